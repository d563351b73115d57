import type { JobPayload } from "../contracts/jobs";
import { failArchive, workOnArchive } from "../server/lab-archives/service";
import { lastTry, type Tries } from "./last-try";

/** Writes a whole lab into an archive, or fills an empty one from an archive. */
export const labArchive = ({ archiveId: id }: JobPayload<"lab-archive">, tries: Tries): Promise<void> =>
  lastTry(
    tries,
    () => workOnArchive(id),
    (reason) => failArchive(id, reason),
  );
