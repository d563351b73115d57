import { wideTableMapping } from "../../../contracts/dataset";
import { systemGrant } from "../../access/grant";
import { Refusal } from "../table/refusal";
import { readUpload } from "../upload/store";
import { readWideTable } from "./read-wide-table";
import { findTask, setStatus, writeRecording } from "./store";

/**
 * The job's work: reads the upload as the version's mapping says and writes all of it or nothing. May be killed at any
 * instruction and run again. A file that does not fit is refused with one sentence and kept; other errors are thrown, and
 * the queue tries again.
 */
export async function runImport(versionId: string): Promise<void> {
  const task = await findTask(systemGrant("worker: import"), versionId);
  if (!task || task.isImported) return;
  await setStatus(task.grant, task, "importing", null);
  try {
    const mapping = wideTableMapping.parse(task.mapping);
    const recording = await readWideTable(readUpload(task.grant, task.uploadId), mapping);
    await writeRecording(task.grant, task, mapping, recording);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await setStatus(task.grant, task, "refused", error.message);
  }
}
