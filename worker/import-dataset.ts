import type { JobPayload } from "../contracts/jobs";
import { failImport, runImport } from "../server/datasets/service";
import { lastTry, type Tries } from "./last-try";
import { readFileApart } from "./read-apart";

/** Reads an uploaded file into the database. Streams and waits in between, so the heartbeat goes on. */
export const importDataset = (
  { datasetVersionId: id }: JobPayload<"import-dataset">,
  tries: Tries,
): Promise<void> =>
  lastTry(
    tries,
    () => runImport(id, readFileApart),
    (reason) => failImport(id, reason),
  );
