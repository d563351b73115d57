import path from "node:path";
import { inText } from "../inputs";
import type { Notes, Parts, Reading } from "../reader";
import { NeedsMapping, Refusal, listed } from "../refusal";
import { studyPart } from "../timing";
import { askArrays } from "./ask";
import { allInWords, arrayContents, insteadOf, mappable } from "./contents";
import { framesOf } from "./frames";
import { wantedBy, type ArrayMapping } from "./mapping";
import { leaves, type ArrayFile } from "./model";
import { ArrayParts } from "./parts";
import { identityOf, survey } from "./survey";

/** Says which arrays are what. @throws NeedsMapping until somebody has confirmed it. */
function confirmed(notes: Notes, file: ArrayFile): ArrayMapping {
  const mapping = askArrays(notes, file);
  if (!mapping.sure)
    throw new NeedsMapping(
      `The ${file.what} holds ${allInWords(file.variables)}: say which of these are signals, times and trials.`,
    );
  const { roles, signals, events, rasters, measures } = mapping;
  if (signals.length + events.length + rasters.length + measures.length === 0 && roles.type === undefined)
    throw new NeedsMapping(
      `Nothing of the ${file.what} is chosen: say which variables are signals or events.`,
    );
  return mapping;
}

/** Whose recording it is where no array says it. */
function askAlone({ notes, file }: Reading, { roles, recordIs, records }: ArrayMapping): string {
  if (roles.subject !== undefined || (records !== null && recordIs === "subject")) return "unnamed";
  return notes
    .ask({
      ...{ field: "subjects.id", about: "subjects", input: inText() },
      guess: path.parse(file.name).name.slice(0, 200) || "subject",
      question: "No variable names the subject: whose recording is it?",
    })
    .slice(0, 200);
}

function remarkUnused(notes: Notes, file: ArrayFile, mapping: ArrayMapping): void {
  const used = new Set([...wantedBy(mapping).keys(), mapping.records]);
  const left = file.variables.filter(
    ({ path: own }) =>
      !used.has(own) && ![...used].some((one) => one?.startsWith(`${own}.`) || one?.startsWith(`${own}/`)),
  );
  const complex = leaves(file.variables, mapping.records).filter(
    (own) => used.has(own.path) && own.class.startsWith("complex"),
  );
  if (complex.length > 0)
    notes.remark(
      `Of the complex numbers of ${listed(complex.map(({ name }) => name))} the real part was taken.`,
    );
  if (left.length > 0) notes.remark(`Not imported: ${listed(left.map(({ name }) => name))}.`);
}

/**
 * Reads named arrays, once a person has confirmed what they are.
 * @throws NeedsMapping until then, Refusal when they are nothing to map.
 */
export async function* readArrays(
  reading: Reading,
  file: ArrayFile,
  { base, format }: { base: number; format: string },
): Parts {
  const { notes } = reading;
  yield arrayContents(file);
  if (!mappable(file.variables))
    throw new Refusal(
      file.variables.length === 0
        ? `The ${file.what} holds no variables`
        : `The ${file.what} holds nothing that could be a signal, a time or a trial, only ${allInWords(file.variables)}`,
      insteadOf(file.variables),
    );
  const mapping = confirmed(notes, file);
  const alone = askAlone(reading, mapping);
  const known = await survey(reading, file, mapping, alone);
  yield { kind: "source", format, title: reading.file.name.slice(0, 400), licence: null, citation: null };
  yield studyPart(notes, {});
  const parts = new ArrayParts(notes, mapping, known, base);
  for await (const frame of framesOf(file, mapping, wantedBy(mapping)))
    yield* parts.frame(frame, identityOf(frame, mapping, alone));
  yield* parts.end();
  remarkUnused(notes, file, mapping);
}
