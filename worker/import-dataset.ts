import type { JobPayload } from "../contracts/jobs";
import { runImport } from "../server/datasets/service";
import { readFileApart } from "./read-apart";

/** Reads an uploaded file into the database. Streams and waits in between, so the heartbeat goes on. */
export const importDataset = ({ datasetVersionId }: JobPayload<"import-dataset">): Promise<void> =>
  runImport(datasetVersionId, readFileApart);
