import { sendDigests } from "../server/inbox/service";

/** Sends the digests that are due. Killed halfway, the next one goes on: what was queued is written down with it. */
export async function sendDueDigests(): Promise<void> {
  await sendDigests();
}
