import { createTransport } from "nodemailer";
import { env } from "../env";

export interface Letter {
  /** Stays the same when a letter is sent again, so that a mail server can drop the second. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
}

/** The mail server did not take a letter. Says nothing of whom it was for: the queue keeps the message. */
export class NotTaken extends Error {
  override name = "NotTaken";
  constructor(
    reason: string,
    /** True when the server will never take it: there is no such recipient. */
    readonly forGood: boolean,
  ) {
    super(`the mail server did not take a letter: ${reason}`);
  }
}

const patienceMs = 20_000;

/** Hands one letter to the mail server of PHASIC_SMTP_URL. Throws NotTaken. */
export async function post({ id, to, subject, text, date }: Letter): Promise<void> {
  const { PHASIC_SMTP_URL, PHASIC_MAIL_FROM, NEXTAUTH_URL } = env();
  const transport = createTransport({
    url: PHASIC_SMTP_URL,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.sendMail({
      from: PHASIC_MAIL_FROM,
      // an object is one address, whatever it holds; a text would be read as a list
      to: { name: "", address: to },
      ...{ subject, text, date },
      messageId: `<${id}@${new URL(NEXTAUTH_URL).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const { code = "no code", responseCode } = error as { code?: string; responseCode?: number };
    const forGood = code === "EENVELOPE" && (responseCode ?? 0) >= 500;
    throw new NotTaken(responseCode ? `${code}, answer ${responseCode}` : code, forGood);
  } finally {
    transport.close();
  }
}
