import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeUser } from "../../access/testing/lab-fixture";
import { type LabFixture, makeLab } from "../../access/testing/lab-fixture";
import { systemGrant, userGrant } from "../../access/grant";
import { makeModel } from "../../access/rows/models";
import type { CurrentUser } from "../../access/session";
import { db } from "../../db";
import { setRole } from "../../labs/service";
import { deliverMail } from "../../mail/service";
import { type SmtpSink, startSmtpSink } from "../../mail/testing/smtp-sink";
import { setDigest } from "../../preferences/service";
import { deliver } from "../deliver/service";
import { sendDigests } from "./send";

let sink: SmtpSink;
let lab: LabFixture;
beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.PHASIC_SMTP_URL = sink.url;
  process.env.PHASIC_MAIL_FROM = "Phasic <phasic@example.org>";
  lab = await makeLab("lab-one");
});
afterAll(() => sink.stop());
beforeEach(() => db().preferences.deleteMany());

/** At nine in the morning in Kathmandu, of a Friday. */
const friday = new Date("2026-11-27T03:15:00Z");
const later = (days: number) => new Date(friday.getTime() + days * 24 * 60 * 60 * 1000);
const asksFor = async (digest: "daily" | "weekly", verified = true) => {
  const user = await makeUser(`${lab.unique("reader").replace(" ", "-")}@example.org`);
  await setRole(lab.grant, user.id, "viewer");
  if (verified) await db().user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } });
  await setDigest(userGrant(user.id, user.sessionId), { digest, timeZone: "Asia/Kathmandu" });
  await db().preferences.update({ where: { userId: user.id }, data: { digestedAt: later(-1) } });
  return user;
};
const tell = async ({ id: userId }: CurrentUser, about = "mention" as const) => {
  const model = await makeModel(lab);
  const what = { userId, labId: lab.id, kind: about, object: { kind: "model" as const, id: model.id } };
  await deliver(systemGrant("test"), db() as never, [{ ...what, cause: `test:${model.id}` }]);
  return model.name;
};
async function letters() {
  const before = sink.mails.length;
  for (const { id } of await db().mail.findMany({ orderBy: { createdAt: "asc" } })) await deliverMail(id);
  return sink.mails.slice(before);
}

it("goes out once a day from eight in the reader's morning, with what no letter said before", async () => {
  const reader = await asksFor("daily");
  const [one, two] = [await tell(reader), await tell(reader)];
  expect(await sendDigests(new Date("2026-11-27T02:14:00Z"))).toBe(0);
  expect(await Promise.all([sendDigests(friday), sendDigests(friday)])).toContain(1);
  await sendDigests(new Date(friday.getTime() + 60 * 60 * 1000));
  const sent = await letters();
  expect(sent.map(({ to }) => to)).toEqual([[reader.email]]);
  expect(sent[0].headers.subject).toBe("2 unread in your Phasic inbox");
  expect(sent[0].text).toContain(one);
  expect(sent[0].text).toContain(two);
  expect(sent[0].text.match(/http\S+/g)).toEqual([expect.stringMatching(/\/inbox$/)]);
  const three = await tell(reader);
  await sendDigests(later(1));
  const [next] = await letters();
  expect(next.text).toContain(three);
  expect(next.text).not.toContain(one);
});

it("goes out on Mondays to whoever wants it weekly", async () => {
  const reader = await asksFor("weekly");
  await tell(reader);
  expect(await sendDigests(later(1))).toBe(0);
  expect(await sendDigests(later(3))).toBe(1);
  expect(await letters()).toHaveLength(1);
});

it("is not sent empty, to an address that nobody confirmed, or about a lab that one has left", async () => {
  const [quiet, unconfirmed, left] = [
    await asksFor("daily"),
    await asksFor("daily", false),
    await asksFor("daily"),
  ];
  await tell(unconfirmed);
  await tell(left);
  await db().membership.deleteMany({ where: { userId: left.id } });
  expect(await sendDigests(friday)).toBe(0);
  expect(await letters()).toEqual([]);
  expect(quiet.email).toBeTruthy();
});
