import { isText, type Parts, type Reading } from "../../reader";
import { Refusal } from "../../refusal";
import type { ArrayHeader, Elements } from "../elements";
import type { StructFields } from "../struct";
import { matrices, perTrial, samplesPerTrial, signals, summaries, vectors } from "./fields";
import { sessionParts, sessionsOf } from "./parts";
import { published, publishedGroup } from "./published";
import { readRecord, type SeshRecord } from "./record";

const mostRecords = 10_000;
const isGroups = (answer: unknown): answer is Record<string, string> =>
  typeof answer === "object" &&
  answer !== null &&
  Object.values(answer).every((group) => typeof group === "string");

const subjectOf = (record: number) => `record ${record}`;

/** What no file but the published one is known to mean. */
function askGroups({ file, notes }: Reading, records: number): (record: number) => string {
  if (file.digest("md5") === published.md5) return publishedGroup;
  notes.ask(
    "signals.time",
    `${samplesPerTrial} samples at 100 Hz from 3 s before to 4 s after reward; cue at sample 151, reward at sample 301`,
    "This is not the published file: is its time axis the published one?",
    isText,
  );
  notes.ask(
    "trials.type",
    "trialID 0 is cued, 1 uncued, 2 omitted",
    "Do the codes in trialID mean what they mean in the published file?",
    isText,
  );
  const guess = Object.fromEntries(
    Array.from({ length: records }, (_, index) => [subjectOf(index + 1), publishedGroup(index + 1)]),
  );
  const groups = notes.offer(
    "subjects.group",
    guess,
    "The file does not say which record belongs to which group. Are they those of the published file, by record number? " +
      "Until confirmed, subjects have no group.",
    isGroups,
  );
  return (record) => groups?.[subjectOf(record)] ?? "";
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

/** The struct array whose fields were read, one record (one mouse) at a time. */
export async function* readSeshMerge(
  reading: Reading,
  elements: Elements,
  header: ArrayHeader,
  { names, records }: StructFields,
): Parts {
  if (records === 0 || records > mostRecords)
    throw new Refusal(`seshMerge has ${records} records`, "it should have one per mouse; export it again");
  const groupOf = askGroups(reading, records);
  const known = reading.notes.assumed.length === 0 && groupOf === publishedGroup;
  yield {
    ...{ kind: "source", format: "MATLAB seshMerge", title: known ? published.title : header.name },
    ...{ licence: known ? published.licence : null, citation: known ? published.citation : null },
  };
  const measures = [...perTrial, ...summaries];
  yield {
    kind: "measures",
    measures: measures.map(({ id, unit, window, processing }) => ({ id, unit, window, processing })),
  };
  const absent = [...vectors, ...matrices].filter((field) => !names.includes(field));
  if (absent.length > 0) reading.notes.remark(`The file has no field ${absent.join(", ")}.`);

  const declared = new Set<string>();
  for (let number = 1; number <= records; number++) {
    const record = await readRecord(elements, header.end, names, number);
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
    if (fresh.length > 0) yield { kind: "signals", signals: fresh };
    for (const session of sessions) yield* sessionParts(record, subject, session);
    remarkOn(reading, record);
  }
}
