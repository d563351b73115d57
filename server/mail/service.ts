import { systemGrant } from "../access/grant";
import { env } from "../env";
import { Problem } from "../errors";
import { installQueue } from "../jobs/install";
import { log } from "../log";
import * as store from "./store";
import { NotTaken, post } from "./transport";

export interface Mail {
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text with at most one link, on a line of its own. */
  readonly text: string;
  /** After this long it is of no use any more and is dropped unsent; an hour unless told otherwise. */
  readonly usefulForSeconds?: number;
  /** The lab that it tells of: it goes with that lab. */
  readonly labId?: string;
}

const grant = systemGrant("mail");
const anHour = 60 * 60;

/** Whether this server was given a mail server. Pages that would send mail show the link instead when it was not. */
export const canSendMail = (): boolean => env().PHASIC_SMTP_URL !== undefined;

/**
 * Queues a letter; a worker sends it within seconds and tries again for half an hour while the mail server does not
 * answer. Its text is kept only until then. Throws unavailable unless `canSendMail()`.
 */
export async function sendMail(mail: Mail): Promise<void> {
  if (!canSendMail())
    throw new Problem("unavailable", "This server sends no mail.", {
      where: "mail",
      next: "Ask whoever runs this server to set PHASIC_SMTP_URL and PHASIC_MAIL_FROM.",
    });
  await installQueue();
  await store.insertMail(grant, rowOf(mail));
}

/** The same in a transaction of the caller, who looked whether this server `canSendMail()` and installed the queue. */
export const sendMailIn = (tx: store.Tx, mail: Mail): Promise<void> =>
  store.insertMailIn(grant, tx, rowOf(mail));

const rowOf = ({ usefulForSeconds = anHour, ...mail }: Mail) => ({
  ...mail,
  expiresAt: new Date(Date.now() + usefulForSeconds * 1000),
});

/**
 * Sends a queued letter and forgets it. Throws when the mail server may take it later. Killed between the two, it sends the
 * letter again, under the same Message-ID.
 */
export async function deliverMail(id: string): Promise<void> {
  const mail = await store.findMail(grant, id);
  if (!mail) return;
  if (mail.expiresAt > new Date())
    try {
      await post({ ...mail, date: mail.createdAt });
    } catch (error) {
      if (!(error instanceof NotTaken && error.forGood)) throw error;
      log().warn({ mail: id, reason: error.message }, "a letter that cannot be delivered was dropped");
    }
  await store.deleteMail(grant, id);
}

/** Drops what could not be sent in time. */
export async function dropExpiredMail(): Promise<void> {
  const dropped = await store.deleteExpired(grant);
  if (dropped > 0) log().warn({ dropped }, "letters that were not sent in time were dropped");
}

/** Drops what waits for this address: its owner is gone. */
export const dropMailTo = (address: string): Promise<void> => store.deleteMailTo(grant, address);
