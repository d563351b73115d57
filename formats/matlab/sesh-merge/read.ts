import { countOf, type ArrayFile, type Described } from "../../arrays/model";
import { inRecord, inTextOrNone } from "../../inputs";
import type { Notes, Parts, Reading } from "../../reader";
import { Refusal } from "../../refusal";
import { studyPart, timingPart } from "../../timing";
import { askLayout } from "./layout";
import { matrices, perTrial, signals, summaries, trialTiming, vectors } from "./fields";
import { sessionParts, sessionsOf } from "./parts";
import { published, publishedGroup, publishedGroups } from "./published";
import { recordOf, wantedOf, type SeshRecord } from "./record";

const mostRecords = 10_000;
const subjectOf = (record: number) => `record ${record}`;

/** The group of each record: published for one file, for all others a guess that is taken only when confirmed. */
function askGroups(notes: Notes, isPublished: boolean, records: number): (record: number) => string {
  const numbers = Array.from({ length: records }, (_, index) => index + 1);
  const guess = Object.fromEntries(
    numbers.map((number) => [subjectOf(number), publishedGroup(number)]),
  ) as Readonly<Record<string, string>>;
  const asked = {
    ...({ field: "subjects.group", about: "subjects", guess, cannotBeKnown: true } as const),
    question:
      "The file does not say which record belongs to which group. Are they those of the published file, by record number? " +
      "Until confirmed, subjects have no group.",
    input: inRecord(
      Object.fromEntries(Object.keys(guess).map((subject) => [subject, subject])),
      inTextOrNone(...publishedGroups),
    ),
  };
  const groups = isPublished ? notes.tell(asked) : notes.offer(asked);
  return (record) => (groups?.[subjectOf(record)] ?? "").slice(0, 200);
}

function remarkOn({ notes }: Reading, { number, trials, vectors: own, matrices: all }: SeshRecord): void {
  const missing = [...all, ...own].filter(([, { rows }]) => rows === 0).map(([field]) => field);
  if (missing.length > 0) notes.remark(`Record ${number} has no ${missing.join(", ")}: these are gaps.`);
  const lengths = new Map<number, string[]>();
  for (const [field, { rows }] of own)
    if (rows > 0 && rows < trials) lengths.set(rows, [...(lengths.get(rows) ?? []), field]);
  for (const [rows, fields] of lengths)
    notes.remark(
      `Record ${number}: ${fields.join(", ")} cover ${rows} of ${trials} trials; they were aligned to the first ${rows}.`,
    );
}

/** The struct array, one record (one mouse) at a time. */
export async function* readSeshMerge(reading: Reading, arrays: ArrayFile, struct: Described): Parts {
  const records = countOf(struct.dims);
  const names = struct.fields.map(({ name }) => name);
  if (records === 0 || records > mostRecords)
    throw new Refusal(`seshMerge has ${records} records`, "it should have one per mouse; export it again");
  const { file, notes } = reading;
  const isPublished = file.digest("md5") === published.md5;
  const layout = askLayout(notes, isPublished);
  const { samplingRateHz, t0Seconds, alignment } = layout;
  const timing = timingPart(notes, { ...trialTiming, alignment }, isPublished ? "all" : "nothing");
  const study = studyPart(notes, { task: "Trace conditioning", replicate: "mice" }, isPublished);
  const groupOf = askGroups(notes, isPublished, records);
  yield {
    ...{ kind: "source", format: "MATLAB seshMerge", title: isPublished ? published.title : struct.name },
    licence: isPublished ? published.licence : null,
    citation: isPublished ? published.citation : null,
    ...(isPublished && { doi: published.doi, origin: `https://doi.org/${published.doi}`, published: true }),
  };
  yield study;
  yield timing;
  const measures = [...perTrial, ...summaries];
  yield {
    kind: "measures",
    measures: measures.map(({ id, unit, window, processing }) => ({ id, unit, window, processing })),
  };
  const absent = [...vectors, ...matrices].filter((field) => !names.includes(field));
  if (absent.length > 0) notes.remark(`The file has no field ${absent.join(", ")}.`);

  const declared = new Set<string>();
  let number = 0;
  for await (const values of arrays.records(struct.path, wantedOf(struct.path))) {
    const record = recordOf(values, struct.path, ++number);
    const subject = subjectOf(number);
    yield {
      kind: "subjects",
      subjects: [{ id: subject, group: groupOf(number), sex: null, genotype: null }],
    };
    const sessions = sessionsOf(record);
    yield {
      kind: "sessions",
      sessions: sessions.map(({ index, name }) => ({ subject, index, name, date: null })),
    };
    const fresh = signals.filter(({ id }) => !declared.has(id) && record.matrices.get(id)?.rows);
    for (const { id } of fresh) declared.add(id);
    if (fresh.length > 0)
      yield {
        kind: "signals",
        signals: fresh.map((own) => ({ ...own, samplingRateHz, t0Seconds, alignment })),
      };
    for (const session of sessions) yield* sessionParts(record, { subject, session, layout, timing });
    remarkOn(reading, record);
  }
}
