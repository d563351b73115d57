import type { Assumed } from "../../../contracts/dataset";
import {
  answers,
  type Answers,
  type ImportReport,
  type RecordingPart,
  timing,
  type Timing,
} from "../../../contracts/recording";
import { systemGrant } from "../../access/grant";
import { readUpload } from "../../uploads/service";
import { findTask, type ImportTask, saveProgress, setStatus } from "./store";
import { Contradiction } from "./write/part-rows";
import { openWriter } from "./write/store";

/** A file to be read. Its bytes may be asked for more than once. */
export interface FileToRead {
  readonly fileName: string;
  readonly answers: Answers;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Reads a file in a process of its own (worker/read-apart.ts); what `onPart` throws, and the signal's reason, are thrown on. */
export type ReadFile = (
  file: FileToRead,
  onPart: (part: RecordingPart) => Promise<void>,
  signal: AbortSignal,
) => Promise<ImportReport>;

const progressEveryMs = 1000;

/**
 * The job's work: reads the upload as the version's answers say and writes all of it or nothing. May be killed at any
 * instruction and run again. A file that does not fit is refused with one sentence and kept; other errors are thrown, and
 * the queue tries again.
 */
export async function runImport(versionId: string, read: ReadFile): Promise<void> {
  const task = await findTask(systemGrant("worker: import"), versionId);
  if (!task || task.status === "imported" || task.status === "cancelled") return;
  if (task.cancelRequested) return setStatus(task.grant, task, "cancelled", null);
  await setStatus(task.grant, task, "importing", null);
  const writer = await openWriter(task.grant, task);
  if (!writer) return;
  let ended = false;
  const end = async (status: "refused" | "cancelled", problem: string | null) => {
    if (!ended) await writer.discard();
    ended = true;
    await setStatus(task.grant, task, status, problem);
  };
  const watch = progressOf(task);
  try {
    const given = answers.parse(task.answers);
    const notes = collectNotes(given);
    const report = await read(
      {
        fileName: task.fileName,
        answers: given,
        bytes: () => watch.counting(readUpload(task.grant, task.uploadId)),
      },
      async (part) => {
        watch.part();
        if (!notes.take(part)) await writer.add(part);
      },
      watch.signal,
    );
    watch.signal.throwIfAborted();
    if (report.outcome !== "imported") await end("refused", report.reason);
    else {
      ended = await writer.finish(notes.read());
      if (!ended) await end("cancelled", null);
    }
  } catch (error) {
    if (watch.signal.aborted) await end("cancelled", null);
    else if (error instanceof Contradiction)
      await end("refused", `${error.message}: give each a name of its own.`);
    else throw error;
  } finally {
    watch.stop();
    if (!ended) await writer.discard();
  }
}

/** When the queue has tried often enough. */
export async function failImport(versionId: string, reason: string): Promise<void> {
  const task = await findTask(systemGrant("worker: import"), versionId);
  if (task) await setStatus(task.grant, task, "refused", `The import failed: ${reason}. Try again.`);
}

/** What is said of the whole version, apart from the numbers. */
function collectNotes(given: Answers) {
  const said = (field: string, otherwise: string) => {
    const answer = given[field];
    return typeof answer === "string" ? answer : otherwise;
  };
  const notes = {
    format: "",
    assumed: [] as Assumed[],
    timing: null as Timing | null,
    // a reader may have no reason to ask what every recording has
    task: said("study.task", ""),
    replicate: said("study.replicate", "animals"),
    remarks: [] as string[],
  };
  return {
    /** Whether the part is about the whole, and nothing to be stored by itself. */
    take(part: RecordingPart): boolean {
      if (part.kind === "source") notes.format = part.format;
      else if (part.kind === "timing") notes.timing = timing.parse(part);
      else if (part.kind === "study") {
        notes.task = part.task ?? "";
        notes.replicate = part.replicate;
      } else if (part.kind === "remarks") notes.remarks.push(...part.remarks);
      else if (part.kind === "assumed")
        notes.assumed.push(...part.assumed.map((one) => ({ ...one, confirmed: false })));
      else if (part.kind === "questions")
        notes.assumed.push(
          ...part.questions
            .filter(({ basis }) => basis === "answer")
            .map(({ field, value, question }) => ({ field, value, question, confirmed: true })),
        );
      else return part.kind === "contents";
      return true;
    },
    read: () => notes,
  };
}

/** Tells once a second how far the import is, and hears whether somebody cancelled it. */
function progressOf(task: ImportTask) {
  const cancel = new AbortController();
  const progress = { bytesRead: 0, partsStored: 0 };
  let telling = Promise.resolve();
  const tell = async () => {
    const { cancelRequested } = await saveProgress(task.grant, task, progress);
    if (cancelRequested) cancel.abort();
  };
  const timer = setInterval(() => {
    // a failure to tell is none of the import; the next second tries again
    telling = telling.then(tell).catch(() => {});
  }, progressEveryMs);
  return {
    signal: cancel.signal,
    async *counting(bytes: AsyncIterable<Uint8Array>) {
      progress.bytesRead = 0;
      for await (const piece of bytes) {
        cancel.signal.throwIfAborted();
        yield piece;
        progress.bytesRead += piece.length;
      }
    },
    part: () => (progress.partsStored += 1),
    stop: () => clearInterval(timer),
  };
}
