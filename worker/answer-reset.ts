import type { JobPayload } from "../contracts/jobs";
import { answerReset as answer } from "../server/accounts/service";

/** Sends the link for a new password to whoever asked, if they have an account. */
export const answerReset = ({ requestId }: JobPayload<"answer-reset">): Promise<void> => answer(requestId);
