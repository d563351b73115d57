import type { JobPayload } from "../contracts/jobs";
import { deliverMail } from "../server/mail/service";

/** Hands a letter to the mail server; thrown errors are tried again, later and later, for half an hour. */
export const sendMail = ({ mailId }: JobPayload<"send-mail">): Promise<void> => deliverMail(mailId);
