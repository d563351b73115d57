import { once } from "node:events";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface SmtpSink {
  /** For PHASIC_SMTP_URL. */
  readonly url: string;
  /** What was taken, oldest first. */
  readonly mails: readonly ReceivedMail[];
  /** Answers the next attempt with this code instead of taking it: when the recipient is named, or the whole letter. */
  refuseNext(at: "recipient" | "letter", code: number): void;
  stop(): Promise<void>;
}

/** A mail server on loopback that keeps what it gets. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  let refusal: { at: "recipient" | "letter"; code: number } | null = null;
  const refused = (at: "recipient" | "letter") => {
    if (refusal?.at !== at) return null;
    const error = Object.assign(new Error("not this time"), { responseCode: refusal.code });
    refusal = null;
    return error;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refused("recipient")),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const error = refused("letter");
        const { mailFrom, rcptTo } = session.envelope;
        if (!error)
          mails.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            ...read(Buffer.concat(parts).toString("latin1")),
          });
        done(error);
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseNext: (at, code) => (refusal = { at, code }),
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** A letter of one part, as nodemailer writes it. */
function read(raw: string): Pick<ReceivedMail, "headers" | "text"> {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, text: decoded(raw.slice(end + 4), headers["content-transfer-encoding"]).trimEnd() };
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  const bytes =
    encoding === "quoted-printable"
      ? body
          .replace(/=\r\n/g, "")
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : body;
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}
