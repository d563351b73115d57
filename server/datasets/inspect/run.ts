import { createHash } from "node:crypto";
import { canonicalJson } from "../../../contracts/canonical-json";
import { inspection, type InspectionState } from "../../../contracts/inspection";
import { answers as readAnswers, type Answers } from "../../../contracts/reading";
import { type InLab, systemGrant } from "../../access/grant";
import { installQueue } from "../../jobs/install";
import { listMappings } from "../../mappings/service";
import { readUpload, wholeUpload } from "../../uploads/service";
import type { ReadFile } from "../import/run";
import { collectInspection } from "./collect";
import * as store from "./store";

const hashOf = (answers: Answers) => createHash("sha256").update(canonicalJson(answers)).digest("hex");

/**
 * What a file would become with these answers; begins to find out where nobody has yet. Throws not-found, and conflict
 * while the file is on its way.
 */
export async function inspectUpload(
  grant: InLab,
  uploadId: string,
  answers: Answers,
): Promise<InspectionState> {
  const { id, byteLength } = await wholeUpload(grant, uploadId);
  const key = { uploadId: id, answersHash: hashOf(answers) };
  const row = await store.findInspection(grant, key);
  const read = row && row.result !== null ? inspection.safeParse(row.result) : null;
  // what an earlier Phasic found out and wrote down in another way is found out again
  if (row && read?.success === false) await store.forgetInspection(grant, key);
  if (!row || read?.success === false) {
    await installQueue();
    await store.beginInspection(grant, { ...key, answers });
  } else if (row.problem !== null) return { state: "failed", problem: row.problem };
  else if (read?.success) {
    const result = read.data;
    const saved = result.layout === null ? [] : await listMappings(grant, result.layout);
    return { state: "done", inspection: result, saved };
  }
  return { state: "pending", bytesRead: read ? 0 : (row?.bytesRead ?? 0), byteLength };
}

/** Forgets what was found out, or went wrong, and begins anew. */
export async function inspectAgain(
  grant: InLab,
  uploadId: string,
  answers: Answers,
): Promise<InspectionState> {
  const { id } = await wholeUpload(grant, uploadId);
  await store.forgetInspection(grant, { uploadId: id, answersHash: hashOf(answers) });
  return inspectUpload(grant, id, answers);
}

const progressEveryMs = 1000;

/** The job's work. May be killed at any instruction and run again; errors are thrown, and the queue tries again. */
export async function runInspection(inspectionId: string, read: ReadFile): Promise<void> {
  const task = await store.findInspectionTask(systemGrant("worker: inspection"), inspectionId);
  if (!task || task.isDone) return;
  const collected = collectInspection();
  let bytesRead = 0;
  async function* counting() {
    for await (const piece of readUpload(task!.grant, task!.uploadId)) {
      yield piece;
      bytesRead += piece.length;
    }
  }
  const timer = setInterval(
    () => void store.saveBytesRead(task.grant, task, bytesRead).catch(() => {}),
    progressEveryMs,
  );
  try {
    const report = await read(
      { fileName: task.fileName, answers: readAnswers.parse(task.answers), bytes: counting },
      (part) => Promise.resolve(collected.take(part)),
      new AbortController().signal,
    );
    const result = await collected.read(report);
    await store.saveInspection(task.grant, task, { result, problem: null });
  } finally {
    clearInterval(timer);
  }
}

/** When the queue has tried often enough. */
export async function failInspection(inspectionId: string, reason: string): Promise<void> {
  const task = await store.findInspectionTask(systemGrant("worker: inspection"), inspectionId);
  if (!task || task.isDone) return;
  const problem = `The file could not be looked at: ${reason}. Try again.`;
  await store.saveInspection(task.grant, task, { result: null, problem });
}

const keptMs = 24 * 60 * 60 * 1000;
/** What was found out is kept for a day. */
export const forgetOldInspections = (now = Date.now()): Promise<number> =>
  store.forgetOld(systemGrant("worker: old inspections"), new Date(now - keptMs));
