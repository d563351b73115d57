import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demonstrationAccount } from "../../access/demonstration-account";
import { publicGrant, systemGrant, userGrant } from "../../access/grant";
import type { Links } from "../../access/links";
import type { CurrentUser } from "../../access/session";
import { makeUser } from "../../access/testing/lab-fixture";
import { db } from "../../db";
import { deliverMail } from "../../mail/service";
import { type SmtpSink, startSmtpSink } from "../../mail/testing/smtp-sink";
import { makeResetLinkFor, ensureUser, signIn } from "../service";
import * as profile from "./service";

const password = "a password for tests";
const anybody = publicGrant();
let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.PHASIC_SMTP_URL = sink.url;
  process.env.PHASIC_MAIL_FROM = "Phasic <phasic@example.org>";
});
afterAll(() => sink.stop());

const grantOf = ({ id, sessionId }: CurrentUser) => userGrant(id, sessionId);
const enters = async (email: string, secret = password) =>
  (await signIn(anybody, { email, password: secret }, { address: null, userAgent: "" })) !== null;
async function letters() {
  const before = sink.mails.length;
  for (const { id } of await db().mail.findMany({ orderBy: { createdAt: "asc" } })) await deliverMail(id);
  return sink.mails.slice(before);
}
const opened = (letter: { text: string }): Links => {
  const token = /^http\S+$/m.exec(letter.text)![0].split("/").at(-1)!;
  return { token: () => token, drop: () => {} };
};

describe("a profile", () => {
  it("keeps a name in any script, a time zone and an ORCID iD", async () => {
    const grant = grantOf(await makeUser("profile@example.org"));
    const wanted = { name: "多巴胺 Éva", timeZone: "Asia/Kathmandu", orcid: "0000-0002-1825-0097" };
    expect(await profile.updateProfile(grant, wanted)).toEqual({
      ...wanted,
      ...{ email: "profile@example.org", emailVerified: false, orcidVerified: false },
      ...{ hasPassword: true, isShared: false, mail: true },
    });
  });

  it("forgets that ORCID vouched for an iD when another is typed", async () => {
    const person = await makeUser("vouched@example.org");
    const orcid = "0000-0002-1825-0097";
    await db().user.update({ where: { id: person.id }, data: { orcid, orcidVerifiedAt: new Date() } });
    const same = { name: "V", timeZone: null, orcid };
    expect(await profile.updateProfile(grantOf(person), same)).toMatchObject({ orcidVerified: true });
    const other = { ...same, orcid: "0000-0001-5109-3700" };
    expect(await profile.updateProfile(grantOf(person), other)).toMatchObject({ orcidVerified: false });
  });

  it("of the demonstration is changed by nobody", async () => {
    await ensureUser(systemGrant("test"), { ...demonstrationAccount, password });
    const { id } = await db().user.findUniqueOrThrow({ where: { email: demonstrationAccount.email } });
    const session = await db().session.create({
      data: { userId: id, expiresAt: new Date(Date.now() + 60_000) },
    });
    const grant = userGrant(id, session.id);
    const forbidden = { details: { code: "forbidden" } };
    await expect(
      profile.updateProfile(grant, { name: "Mine", timeZone: null, orcid: null }),
    ).rejects.toMatchObject(forbidden);
    await expect(
      profile.changePassword(grant, { password, newPassword: "mine from now on" }),
    ).rejects.toMatchObject(forbidden);
    await expect(profile.changeEmail(grant, { password, email: "mine@example.org" })).rejects.toMatchObject(
      forbidden,
    );
  });
});

describe("a new password", () => {
  it("asks for the one before, and says so in a letter", async () => {
    const person = await makeUser("changes@example.org");
    const newPassword = "another password for tests";
    await expect(
      profile.changePassword(grantOf(person), { password: "a guess of somebody", newPassword }),
    ).rejects.toMatchObject({
      details: { code: "wrong-credentials", fields: { password: [expect.any(String)] } },
    });
    await expect(profile.changePassword(grantOf(person), { newPassword })).rejects.toMatchObject({
      details: { code: "wrong-credentials" },
    });
    await profile.changePassword(grantOf(person), { password, newPassword });
    expect(await enters(person.email)).toBe(false);
    expect(await enters(person.email, newPassword)).toBe(true);
    expect((await letters()).map(({ to }) => to)).toEqual([[person.email]]);
  });

  it("cannot be guessed through a browser that was left open", async () => {
    const grant = grantOf(await makeUser("left-open@example.org"));
    const guess = (n: number) =>
      profile.changePassword(grant, { password: `guess number ${n}`, newPassword: "whatever it is" });
    for (let n = 0; n < 10; n += 1)
      await expect(guess(n)).rejects.toMatchObject({ details: { code: "wrong-credentials" } });
    await expect(guess(10)).rejects.toMatchObject({ details: { code: "too-many" } });
  });

  it("is set by whoever has none within ten minutes after signing in, and not later", async () => {
    const person = await makeUser("elsewhere@example.org");
    await db().user.update({ where: { id: person.id }, data: { passwordHash: null } });
    expect(await enters(person.email)).toBe(false);
    const longAgo = new Date(Date.now() - 11 * 60_000);
    await db().session.update({ where: { id: person.sessionId }, data: { createdAt: longAgo } });
    const set = () => profile.changePassword(grantOf(person), { newPassword: password });
    await expect(set()).rejects.toMatchObject({ details: { code: "refused" } });
    await db().session.update({ where: { id: person.sessionId }, data: { createdAt: new Date() } });
    await set();
    expect(await enters(person.email)).toBe(true);
    await letters();
  });
});

describe("another address", () => {
  it("counts once the link in the letter is used, and is verified then; the one before is told", async () => {
    const person = await makeUser("moves@example.org");
    const forgotten = await makeResetLinkFor(person.email);
    expect(await profile.changeEmail(grantOf(person), { password, email: "moved@example.org" })).toEqual({
      sent: true,
    });
    const [letter] = await letters();
    expect(letter.to).toEqual(["moved@example.org"]);
    expect(await enters("moved@example.org")).toBe(false);
    const links = opened(letter);
    expect(await profile.pendingEmail(anybody, links)).toMatchObject({ email: "moved@example.org" });
    expect(await profile.confirmEmail(anybody, links)).toEqual({ done: true });
    expect(await profile.confirmEmail(anybody, links)).toEqual({ done: false });
    expect(await enters("moved@example.org")).toBe(true);
    expect(await profile.getProfile(grantOf(person))).toMatchObject({ emailVerified: true });
    expect((await letters()).map(({ to }) => to)).toEqual([["moves@example.org"]]);
    // what was made for the address before counts no more
    const tokenHash = { not: "" };
    expect(await db().accountLink.count({ where: { userId: person.id, tokenHash } })).toBe(0);
    expect(forgotten.url).toContain("/link/reset/");
  });

  it("is refused when it has an account, also when that came meanwhile", async () => {
    const [person, taken] = [await makeUser("wants@example.org"), await makeUser("has@example.org")];
    const conflict = { details: { code: "conflict", where: "email" } };
    await expect(
      profile.changeEmail(grantOf(person), { password, email: taken.email }),
    ).rejects.toMatchObject(conflict);
    await profile.changeEmail(grantOf(person), { password, email: "soon-taken@example.org" });
    const [letter] = await letters();
    await makeUser("soon-taken@example.org");
    await expect(profile.confirmEmail(anybody, opened(letter))).rejects.toMatchObject(conflict);
    expect(await profile.getProfile(grantOf(person))).toMatchObject({ email: person.email });
  });

  it("is not confirmed by a link for a password, nor the other way round", async () => {
    const person = await makeUser("crossed@example.org");
    const { url } = await makeResetLinkFor(person.email);
    expect(await profile.confirmEmail(anybody, opened({ text: url }))).toEqual({ done: false });
  });

  it("the present one is verified by a letter too", async () => {
    const person = await makeUser("verifies@example.org");
    expect(await profile.verifyEmail(grantOf(person))).toEqual({ sent: true });
    const [letter] = await letters();
    await profile.confirmEmail(anybody, opened(letter));
    expect(await profile.getProfile(grantOf(person))).toMatchObject({
      email: person.email,
      emailVerified: true,
    });
    expect(await letters()).toEqual([]);
  });
});
