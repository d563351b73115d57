import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { labGrant } from "../access/grant";
import { makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { invite, revokeInvitation } from "../invitations/service";
import { canSendMail, deliverMail, dropExpiredMail, dropMailTo, sendMail } from "./service";
import { type SmtpSink, startSmtpSink } from "./testing/smtp-sink";

let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.PHASIC_SMTP_URL = sink.url;
  process.env.PHASIC_MAIL_FROM = "Phasic <phasic@example.org>";
});
afterAll(() => sink.stop());
beforeEach(() => db().mail.deleteMany());

const letter = {
  to: "ada@example.org",
  subject: "An invitation",
  text: "Open this:\n\nhttp://phasic.test/x",
};
async function queued(more: Partial<typeof letter> & { usefulForSeconds?: number } = {}) {
  await sendMail({ ...letter, ...more });
  return db().mail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
}
const waiting = () => db().mail.count();

describe("a letter", () => {
  it("waits in a row with a job that names only the row", async () => {
    expect(canSendMail()).toBe(true);
    const { id } = await queued();
    const jobs = await db().$queryRaw<{ payload: unknown }[]>`
      SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`mail:${id}`}`;
    expect(jobs).toEqual([{ payload: { mailId: id } }]);
  });

  it("goes out as plain text, and is forgotten once it is sent", async () => {
    const { id } = await queued({ text: `Éva, öffne 多巴胺:\n\nhttp://phasic.test/${"long/".repeat(40)}` });
    await deliverMail(id);
    const sent = sink.mails.at(-1)!;
    expect(sent).toMatchObject({ from: "phasic@example.org", to: ["ada@example.org"] });
    expect(sent.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(sent.headers["auto-submitted"]).toBe("auto-generated");
    expect(sent.headers["message-id"]).toBe(`<${id}@127.0.0.1>`);
    expect(sent.text).toBe(`Éva, öffne 多巴胺:\n\nhttp://phasic.test/${"long/".repeat(40)}`);
    expect(await waiting()).toBe(0);
    await deliverMail(id);
    expect(sink.mails.at(-1)).toBe(sent);
  });

  it("goes to one address and has one subject, whatever these hold", async () => {
    const { id } = await queued({
      to: "ada@example.org, eve@example.org",
      subject: "Hello\r\nBcc: eve@example.org",
    });
    await deliverMail(id).catch(() => {});
    expect(sink.mails.flatMap(({ to }) => to)).not.toContain("eve@example.org");
    expect(sink.mails.every(({ headers }) => headers.bcc === undefined)).toBe(true);
  });

  it("is tried again when the mail server has trouble, and says nothing of whom it is for", async () => {
    const { id } = await queued();
    sink.refuseNext("letter", 451);
    const error = await deliverMail(id).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ message: "the mail server did not take a letter: EMESSAGE, answer 451" });
    expect(await waiting()).toBe(1);
    await deliverMail(id);
    expect(await waiting()).toBe(0);
  });

  it("is dropped when there is no such recipient", async () => {
    const { id } = await queued();
    const before = sink.mails.length;
    sink.refuseNext("recipient", 550);
    await deliverMail(id);
    expect(await waiting()).toBe(0);
    expect(sink.mails).toHaveLength(before);
  });

  it("is dropped unsent when it comes too late", async () => {
    const before = sink.mails.length;
    await deliverMail((await queued({ usefulForSeconds: -1 })).id);
    await queued({ usefulForSeconds: -1 });
    await queued();
    await dropExpiredMail();
    expect(await waiting()).toBe(1);
    expect(sink.mails).toHaveLength(before);
  });

  it("is dropped when the person leaves", async () => {
    await queued();
    await queued({ to: "ida@example.org" });
    await dropMailTo("ada@example.org");
    expect(await db().mail.findMany({ select: { to: true } })).toEqual([{ to: "ida@example.org" }]);
  });
});

it("goes to strangers so often a day: invitations are no way to write to everybody", async () => {
  const { id: labId, slug: labSlug, members } = await makeLab("writing");
  const owner = labGrant({
    ...{ labId, labSlug, userId: members.owner.id, role: "owner", permission: "member:manage" },
  });
  const inviteOne = async (index: number) => {
    const to = { role: "viewer" as const, email: `stranger-${index}@example.org`, days: 7 };
    const { invitation } = await invite(owner, to);
    await revokeInvitation(owner, invitation.id);
  };
  for (let index = 0; index < 50; index += 1) await inviteOne(index);
  await expect(inviteOne(50)).rejects.toMatchObject({ details: { code: "too-many" } });
  // a link that is handed over writes to nobody
  expect((await invite(owner, { role: "viewer", email: null, days: 7 })).url).not.toBeNull();
  expect(await waiting()).toBe(50);
});
