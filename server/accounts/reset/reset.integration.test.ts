import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demonstrationAccount } from "../../access/demonstration-account";
import { enterLab } from "../../access/enter-lab";
import { publicGrant, systemGrant } from "../../access/grant";
import { hashOfToken, type Links } from "../../access/links";
import { userOfSession } from "../../access/session";
import { callRoute } from "../../access/testing/call-route";
import { type LabFixture, makeLab, makeUser } from "../../access/testing/lab-fixture";
import { db } from "../../db";
import { env } from "../../env";
import { setRole } from "../../labs/service";
import { deliverMail } from "../../mail/service";
import { type SmtpSink, startSmtpSink } from "../../mail/testing/smtp-sink";
import { ensureUser, signIn } from "../service";
import * as service from "./service";

const anybody = publicGrant();
const old = "a password for tests";
const fresh = "another password for tests";
let sink: SmtpSink;
let here: LabFixture;
beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.PHASIC_SMTP_URL = sink.url;
  process.env.PHASIC_MAIL_FROM = "Phasic <phasic@example.org>";
  here = await makeLab("lab-one");
});
afterAll(() => sink.stop());

/** What the worker does, at once: every request, then every letter. Gives the letters. */
async function work() {
  const before = sink.mails.length;
  for (const { id } of await db().resetRequest.findMany()) await service.answerReset(id);
  for (const { id } of await db().mail.findMany()) await deliverMail(id);
  return sink.mails.slice(before);
}
const linkIn = (text: string) => /^http\S+$/m.exec(text)![0];
const tokenIn = (url: string) => url.split("/").at(-1)!;
const mailedToken = async () => {
  const letter = (await work()).find(({ text }) => text.includes("/link/reset/"))!;
  return tokenIn(linkIn(letter.text));
};
/** A browser that has opened the link. */
const opened = (token: string): Links => ({ token: () => token, drop: () => {} });
const enters = async (email: string, password: string) =>
  (await signIn(anybody, { email, password }, { address: null, userAgent: "" })) !== null;

describe("a forgotten password", () => {
  it("is replaced by a link that was mailed, which ends every session and verifies the address", async () => {
    const person = await makeUser("forgetful@example.org");
    expect(await service.askReset(anybody, person.email, null)).toEqual({ mail: true });
    const [letter] = await work();
    expect(letter.to).toEqual([person.email]);
    const links = opened(tokenIn(linkIn(letter.text)));
    expect(await service.pendingReset(anybody, links)).toMatchObject({ email: person.email });
    expect(await service.reset(anybody, links, fresh)).toEqual({ done: true });
    expect(await enters(person.email, old)).toBe(false);
    expect(await enters(person.email, fresh)).toBe(true);
    expect(await userOfSession(person.sessionId)).toBeNull();
    expect(await db().user.findUnique({ where: { id: person.id } })).toMatchObject({
      emailVerifiedAt: expect.any(Date),
    });
    const [told] = await work();
    expect(told.headers.subject).toBe("Your Phasic password was changed");
    expect(told.text).not.toContain("http");
  });

  it("looks the same for an address without an account, which gets no letter", async () => {
    expect(await service.askReset(anybody, "nobody@example.org", null)).toEqual({ mail: true });
    expect(await db().resetRequest.count()).toBe(1);
    expect(await work()).toEqual([]);
    expect(await db().resetRequest.count()).toBe(0);
  });

  it("is never that of the demonstration", async () => {
    await ensureUser(systemGrant("test"), { ...demonstrationAccount, password: old });
    await service.askReset(anybody, demonstrationAccount.email, null);
    expect(await work()).toEqual([]);
  });

  it("may be asked for five times an hour, whoever asks", async () => {
    for (let n = 0; n < 5; n += 1) await service.askReset(anybody, "often@example.org", `192.0.2.${n}`);
    await expect(service.askReset(anybody, "often@example.org", "192.0.2.99")).rejects.toMatchObject({
      details: { code: "too-many" },
    });
    await work();
  });
});

describe("a link", () => {
  const linkFor = async (email: string) => (await service.makeResetLinkFor(email)).url;

  it("works once, also for two at once", async () => {
    const { email } = await makeUser("twice@example.org");
    const links = opened(tokenIn(await linkFor(email)));
    const both = await Promise.all([
      service.reset(anybody, links, fresh),
      service.reset(anybody, links, "a third password for tests"),
    ]);
    expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
    expect(await service.pendingReset(anybody, links)).toBeNull();
    expect(await service.reset(anybody, links, old)).toEqual({ done: false });
  });

  it("takes the others of the person along when it is used", async () => {
    const { email } = await makeUser("several@example.org");
    const [first, second] = [await linkFor(email), await linkFor(email)];
    await service.reset(anybody, opened(tokenIn(second)), fresh);
    expect(await service.reset(anybody, opened(tokenIn(first)), old)).toEqual({ done: false });
  });

  it("counts for an hour and is then forgotten", async () => {
    const { id, email } = await makeUser("late@example.org");
    const links = opened(tokenIn(await linkFor(email)));
    await db().accountLink.updateMany({
      where: { userId: id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await service.pendingReset(anybody, links)).toBeNull();
    expect(await service.reset(anybody, links, fresh)).toEqual({ done: false });
    await service.dropExpiredLinks();
    expect(await db().accountLink.count({ where: { userId: id } })).toBe(0);
  });

  it("is known to the database by its hash alone", async () => {
    const { id, email } = await makeUser("hashed@example.org");
    const token = tokenIn(await linkFor(email));
    const [row] = await db().accountLink.findMany({ where: { userId: id } });
    expect(row.tokenHash).toBe(hashOfToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("leaves the address as soon as it is opened, for a cookie that scripts cannot read", async () => {
    const { email } = await makeUser("opened@example.org");
    const url = new URL(await linkFor(email));
    expect(url.origin).toBe(new URL(env().NEXTAUTH_URL).origin);
    const [, , kind, token] = url.pathname.split("/");
    const response = await callRoute(
      { file: "app/link/[kind]/[token]/route.ts", method: "GET" },
      new Request(url),
      null,
      { kind, token },
    );
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/reset-password");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("set-cookie")).toMatch(/; Max-Age=900; HttpOnly; SameSite=Lax/);
    // opening is not using: mail servers open links too
    expect(await service.pendingReset(anybody, opened(token))).not.toBeNull();
  });
});

describe("an owner", () => {
  it("makes a link for a member who is in no other lab", async () => {
    const { owner, viewer } = here.members;
    const { url } = await service.makeResetLink(
      await enterLab(owner.id, here.slug, "member:manage"),
      viewer.id,
    );
    expect(await service.reset(anybody, opened(tokenIn(url)), fresh)).toEqual({ done: true });
    expect(await enters(viewer.email, fresh)).toBe(true);
    // the lab's log knows who could have read the link
    expect(await db().auditEntry.findFirst({ where: { action: "member.reset" } })).toMatchObject({
      ...{ actorId: owner.id, objectId: viewer.id, objectName: "" },
    });
    // nobody mailed it, so it shows nothing about the address
    expect(await db().user.findUnique({ where: { id: viewer.id } })).toMatchObject({ emailVerifiedAt: null });
  });

  it("makes none that would open a lab of somebody else's", async () => {
    const there = await makeLab("lab-two");
    const { owner, editor } = here.members;
    const grant = await enterLab(owner.id, here.slug, "member:manage");
    await setRole(there.grant, editor.id, "viewer");
    await expect(service.makeResetLink(grant, editor.id)).rejects.toMatchObject({
      details: { code: "refused", next: expect.stringContaining("phasic -- account reset") },
    });
    // a lab that the same person owns is no further than they reach anyway
    await setRole(there.grant, owner.id, "owner");
    expect(await service.makeResetLink(grant, editor.id)).toMatchObject({ url: expect.any(String) });
    await expect(service.makeResetLink(grant, there.members.viewer.id)).rejects.toMatchObject({
      details: { code: "not-found" },
    });
  });

  it("makes none that opens more later: it counts no more once the member is in another lab, or out of this one", async () => {
    const there = await makeLab("lab-three");
    const grant = await enterLab(here.members.owner.id, here.slug, "member:manage");
    const { commenter } = here.members;
    const links = opened(tokenIn((await service.makeResetLink(grant, commenter.id)).url));
    expect(await service.pendingReset(anybody, links)).not.toBeNull();
    await setRole(there.grant, commenter.id, "viewer");
    expect(await service.pendingReset(anybody, links)).toBeNull();
    expect(await service.reset(anybody, links, fresh)).toEqual({ done: false });
    await db().membership.deleteMany({ where: { userId: commenter.id } });
    expect(await service.reset(anybody, links, fresh)).toEqual({ done: false });
    expect(await enters(commenter.email, old)).toBe(true);
  });
});

it("leaves whoever made an account with somebody else's address no door of their own", async () => {
  const person = await makeUser("squatted@example.org");
  await db().identity.create({
    data: {
      userId: person.id,
      provider: "oidc",
      issuer: "https://sso.example",
      subject: "squatter",
      label: "s",
    },
  });
  await service.askReset(anybody, person.email, null);
  await service.reset(anybody, opened(await mailedToken()), fresh);
  expect(await db().identity.count({ where: { userId: person.id } })).toBe(0);
  // from then on the address is theirs, and what they link stays
  await db().identity.create({
    data: { userId: person.id, provider: "oidc", issuer: "https://sso.example", subject: "own", label: "o" },
  });
  await service.askReset(anybody, person.email, null);
  await service.reset(anybody, opened(await mailedToken()), old);
  expect(await db().identity.count({ where: { userId: person.id } })).toBe(1);
});
