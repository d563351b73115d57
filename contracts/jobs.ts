import { z } from "zod";
import { id } from "./lab";

/** A job is a schema and a handler (worker/<name>.ts). Payloads hold ids only: the row is the truth. */
export const jobPayloads = {
  run: z.object({ runId: id }),
  "inspect-upload": z.object({ inspectionId: id }),
  "import-dataset": z.object({ datasetVersionId: id }),
  "lab-archive": z.object({ archiveId: id }),
  "answer-reset": z.object({ requestId: id }),
  "send-mail": z.object({ mailId: id }),
  /** Comes by the clock: whatever is due. */
  "delete-due": z.object({}),
  /** By the clock: those that are due. */
  "send-digests": z.object({}),
} as const;
export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>;
