import type { Answers, RecordingPart } from "@/contracts/recording";
import { SourceFile } from "./bytes/source-file";
import { readMatlab73 } from "./hdf5/matlab";
import { readHdf5 } from "./hdf5/read";
import { completed, knownAnswers, knownFile, takenFor } from "./known-files";
import { limitsFor, type Limits } from "./limits";
import { readMatlab } from "./matlab/read";
import { readPpd } from "./pyphotometry/read";
import { Notes, type Parts, type Reader, type Reading } from "./reader";
import { NeedsMapping, Refusal, listed } from "./refusal";
import { sniff, type Format } from "./sniff";
import { readTable } from "./table/read";

const readers: Readonly<Record<Format, Reader>> = {
  matlab: readMatlab,
  "matlab-7.3": readMatlab73,
  nwb: readHdf5,
  hdf5: readHdf5,
  pyphotometry: readPpd,
  table: readTable,
};

export interface Given {
  /** The file's name as its owner knows it, where `path` is another. */
  readonly name?: string;
  readonly answers?: Answers;
  readonly limits?: Limits;
}

async function* read(reading: Reading): Parts {
  const { file, notes } = reading;
  const { format, misnamed } = sniff(file);
  if (misnamed) notes.remark(`${misnamed}.`);
  try {
    yield* readers[format](reading);
  } catch (error) {
    if (misnamed && error instanceof Refusal) throw new Refusal(misnamed, error.message.replace(/\.$/, ""));
    throw error;
  }
}

function questions(notes: Notes): RecordingPart[] {
  const fresh = notes.takeQuestions();
  return fresh.length > 0 ? [{ kind: "questions", questions: fresh }] : [];
}

function noted(notes: Notes): RecordingPart[] {
  const parts = questions(notes);
  if (notes.assumed.length > 0) parts.push({ kind: "assumed", assumed: notes.assumed });
  if (notes.remarks.length > 0) parts.push({ kind: "remarks", remarks: notes.remarks });
  return parts;
}

function checkAnswers({ unfit, missing }: Notes): void {
  if (unfit.length > 0)
    throw new NeedsMapping(`What was answered to ${listed(unfit)} does not fit this file: answer anew.`);
  if (missing.length > 0) throw new NeedsMapping(missing[0]);
}

/**
 * Reads a file of any known format into a neutral recording. Parts may come before an error does: store all or nothing.
 * What the file holds and what can be asked about it comes also where it needs a mapping. Memory and time are not limited
 * here, see host/.
 *
 * @throws Refusal, NeedsMapping
 */
export async function* readRecording(path: string, { name, answers = {}, limits }: Given = {}): Parts {
  const file = SourceFile.open(path, name);
  try {
    const known = knownFile(file);
    const notes = new Notes({ ...knownAnswers(known), ...answers });
    const whole = (part: RecordingPart) => (known ? completed(part, known, answers) : part);
    const reading = { file, notes, limits: limits ?? limitsFor(file.size) };
    try {
      for await (const part of read(reading)) {
        yield* questions(notes).map(whole);
        if (part.kind !== "contents") checkAnswers(notes);
        yield whole(part);
      }
      checkAnswers(notes);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof NeedsMapping)) throw error;
      yield* noted(notes).map(whole);
      checkAnswers(notes);
      throw error;
    }
    notes.assumed.unshift(...takenFor(known, answers));
    yield* noted(notes).map(whole);
  } finally {
    file.close();
  }
}
