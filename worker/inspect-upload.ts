import type { JobPayload } from "../contracts/jobs";
import { failInspection, runInspection } from "../server/datasets/service";
import { lastTry, type Tries } from "./last-try";
import { readFileApart } from "./read-apart";

/** Reads an uploaded file to tell what it would become, and keeps nothing of its numbers but pictures. */
export const inspectUpload = (
  { inspectionId: id }: JobPayload<"inspect-upload">,
  tries: Tries,
): Promise<void> =>
  lastTry(
    tries,
    () => runInspection(id, readFileApart),
    (reason) => failInspection(id, reason),
  );
