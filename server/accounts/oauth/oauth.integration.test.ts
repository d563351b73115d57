import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jarOf } from "../../access/cookie";
import { publicGrant, userGrant } from "../../access/grant";
import { type CurrentUser, userOfCookies } from "../../access/session";
import { type AuthBrowser, authBrowser } from "../../access/testing/auth-browser";
import { cookieOf, makeUser } from "../../access/testing/lab-fixture";
import { db } from "../../db";
import { changePassword } from "../profile/service";
import { signUp } from "../service";
import * as oauth from "./service";
import { insertIdentity } from "./store";
import { type Claims, type OidcServer, startOidcServer } from "./testing/oidc-server";

const password = "a password for tests";
const anybody = publicGrant();
let server: OidcServer;
beforeAll(async () => {
  server = await startOidcServer();
  // refusals are what is tested here, and each is logged
  process.env.PHASIC_LOG_LEVEL = "silent";
  process.env.PHASIC_OIDC_ISSUER = server.issuer;
  process.env.PHASIC_OIDC_CLIENT_ID = server.client.id;
  process.env.PHASIC_OIDC_CLIENT_SECRET = server.client.secret;
});
afterAll(() => server.stop());

let people = 0;
const somebody = (more: Partial<Claims> = {}): Claims => {
  people += 1;
  return {
    sub: `subject-${people}`,
    name: `Somebody ${people}`,
    email: `somebody-${people}@example.org`,
    ...more,
  };
};
const grantOf = ({ id, sessionId }: CurrentUser) => userGrant(id, sessionId);

/** Sets out for the other place: its address with our question. */
async function question(browser: AuthBrowser): Promise<URL> {
  const { csrfToken } = (await (await browser.ask("csrf")).response.json()) as { csrfToken: string };
  const { response } = await browser.ask("signin/oidc", { csrfToken, json: "true", callbackUrl: "/" });
  return new URL(((await response.json()) as { url: string }).url);
}
/** Comes back from there; gives where that leads. */
async function comeBack(browser: AuthBrowser, back: URL): Promise<string> {
  const { response } = await browser.ask(`callback/oidc${back.search}`);
  return response.headers.get("location") ?? "";
}
const through = async (browser: AuthBrowser, claims: Claims) =>
  comeBack(browser, server.approve(await question(browser), claims));
/** A browser in which the person is signed in. */
async function browserOf(user: CurrentUser): Promise<AuthBrowser> {
  const browser = authBrowser();
  browser.keep([await cookieOf(user)]);
  return browser;
}
/** Calls something of ours with the browser's cookies, and keeps those it sets. */
async function withJar<T>(
  browser: AuthBrowser,
  call: (jar: ReturnType<typeof jarOf>) => Promise<T>,
): Promise<T> {
  const answer = new Headers();
  const given = await call(jarOf(browser.cookie(), answer));
  browser.keep(answer.getSetCookie());
  return given;
}
const here = (browser: AuthBrowser) => userOfCookies(browser.cookie());
const isLinked = async (claims: Claims) =>
  (
    await db().identity.findUnique({
      where: { issuer_subject: { issuer: server.issuer, subject: claims.sub } },
    })
  )?.userId ?? null;
async function newAccount(claims: Claims, browser = authBrowser()) {
  if (!browser.cookie().includes(".newcomer=")) await through(browser, claims);
  await withJar(browser, (jar) =>
    signUp(
      anybody,
      { email: claims.email!, name: claims.name!, labName: `Lab of ${claims.sub}` },
      { address: null, userAgent: "their browser", jar },
    ),
  );
  return browser;
}
async function linkTo(user: CurrentUser, claims: Claims, browser?: AuthBrowser) {
  const from = browser ?? (await browserOf(user));
  await withJar(from, (jar) => oauth.startLink(grantOf(user), { provider: "oidc", password }, jar));
  return through(from, claims);
}

describe("somebody who comes from elsewhere", () => {
  it("makes an account without a password, is in at once, and comes in the same way later", async () => {
    const claims = somebody({ email_verified: true });
    const browser = authBrowser();
    expect(await through(browser, claims)).toBe("/sign-up");
    expect(await here(browser)).toBeNull();
    expect(await withJar(browser, oauth.pendingNewcomer)).toEqual({
      ...{ way: "Single sign-on", label: claims.email, name: claims.name, email: claims.email },
    });
    await newAccount(claims, browser);
    const person = await here(browser);
    expect(person).toMatchObject({ email: claims.email, name: claims.name });
    expect(await db().user.findUnique({ where: { id: person!.id } })).toMatchObject({
      ...{ passwordHash: null, emailVerifiedAt: expect.any(Date) },
    });
    expect(await withJar(browser, oauth.pendingNewcomer)).toBeNull();

    const later = authBrowser();
    expect(new URL(await through(later, claims)).pathname).toBe("/");
    expect(await here(later)).toMatchObject({ id: person!.id });
    expect((await here(later))!.sessionId).not.toBe(person!.sessionId);
  });

  it("verifies an address only when the other place says that it looked, and the person kept it", async () => {
    const unsure = somebody();
    await newAccount(unsure);
    expect(await db().user.findUnique({ where: { email: unsure.email } })).toMatchObject({
      emailVerifiedAt: null,
    });
    const changed = somebody({ email_verified: true });
    const browser = authBrowser();
    await through(browser, changed);
    const email = "typed-instead@example.org";
    await newAccount({ ...changed, email }, browser);
    expect(await db().user.findUnique({ where: { email } })).toMatchObject({ emailVerifiedAt: null });
  });

  it("does not get into the account of whoever has the same address", async () => {
    const victim = await makeUser("victim@example.org");
    const claims = somebody({ email: victim.email, email_verified: true });
    const browser = authBrowser();
    expect(await through(browser, claims)).toBe("/sign-up");
    await expect(newAccount(claims, browser)).rejects.toMatchObject({
      details: { code: "conflict", where: "email" },
    });
    expect(await isLinked(claims)).toBeNull();
    expect(await here(browser)).toBeNull();
  });

  it("makes no account without a password once what came along has run out", async () => {
    const jar = jarOf("");
    const form = { email: "nothing@example.org", name: "Nothing", labName: "Nothing" };
    await expect(signUp(anybody, form, { address: null, userAgent: "", jar })).rejects.toMatchObject({
      details: { code: "invalid", where: "password" },
    });
  });

  it("may not change what came along", async () => {
    const browser = authBrowser();
    await through(browser, somebody());
    const [name, value] = browser
      .cookie()
      .split("; ")
      .find((one) => one.includes(".newcomer="))!
      .split("=");
    browser.keep([`${name}=${value.slice(0, -6)}AAAAAA`]);
    expect(await withJar(browser, oauth.pendingNewcomer)).toBeNull();
  });
});

describe("linking", () => {
  it("is done by whoever is signed in and set out from their account", async () => {
    const [person, claims] = [await makeUser("links@example.org"), somebody()];
    expect(await linkTo(person, claims)).toBe("/account?place=linked#sign-in");
    expect(await isLinked(claims)).toBe(person.id);
    const elsewhere = authBrowser();
    await through(elsewhere, claims);
    expect(await here(elsewhere)).toMatchObject({ id: person.id });
  });

  it("asks for the password first", async () => {
    const person = await makeUser("asks@example.org");
    await expect(
      oauth.startLink(grantOf(person), { provider: "oidc", password: "somebody's guess" }, jarOf("")),
    ).rejects.toMatchObject({ details: { code: "wrong-credentials" } });
  });

  it("never happens merely because somebody is signed in", async () => {
    const [person, claims] = [await makeUser("only-signed-in@example.org"), somebody()];
    const browser = await browserOf(person);
    expect(await through(browser, claims)).toBe("/sign-up");
    expect(await isLinked(claims)).toBeNull();
  });

  it("counts in the session that set out, and once", async () => {
    const [one, other] = [await makeUser("sets-out@example.org"), await makeUser("comes-back@example.org")];
    const claims = somebody();
    const browser = await browserOf(one);
    await withJar(browser, (jar) => oauth.startLink(grantOf(one), { provider: "oidc", password }, jar));
    browser.keep([await cookieOf(other)]);
    expect(await through(browser, claims)).toBe("/sign-up");
    expect(await isLinked(claims)).toBeNull();
    const [first, second] = [somebody(), somebody()];
    const again = await browserOf(one);
    await linkTo(one, first, again);
    expect(await through(again, second)).toBe("/sign-up");
    expect(await isLinked(second)).toBeNull();
  });

  it("takes nothing from another account", async () => {
    const claims = somebody();
    const owner = (await here(await newAccount(claims)))!;
    const person = await makeUser("wants-theirs@example.org");
    expect(await linkTo(person, claims)).toBe("/account?place=taken#sign-in");
    expect(await isLinked(claims)).toBe(owner.id);
  });

  it("comes back to the account when the other place says no", async () => {
    const person = await makeUser("told-no@example.org");
    const browser = await browserOf(person);
    await withJar(browser, (jar) => oauth.startLink(grantOf(person), { provider: "oidc", password }, jar));
    const back = new URL((await question(browser)).searchParams.get("redirect_uri")!);
    back.searchParams.set("error", "access_denied");
    expect(await comeBack(browser, back)).toBe("/account?place=failed#sign-in");
    expect(await here(browser)).toMatchObject({ id: person.id });
  });

  it("is undone only while another way to sign in remains", async () => {
    const claims = somebody();
    const person = (await here(await newAccount(claims)))!;
    const grant = grantOf(person);
    const { linked, others } = await oauth.listWays(grant);
    expect(linked).toMatchObject([{ provider: "oidc", label: claims.email }]);
    expect(others).toEqual([]);
    const [{ id }] = linked;
    await expect(oauth.unlink(grant, { id })).rejects.toMatchObject({ details: { code: "refused" } });
    await changePassword(grant, { newPassword: password });
    await oauth.unlink(grant, { id, password });
    expect(await isLinked(claims)).toBeNull();
    expect((await oauth.listWays(grant)).others).toEqual([{ id: "oidc", name: "Single sign-on" }]);
  });

  it("does not undo somebody else's", async () => {
    const claims = somebody();
    const owner = (await here(await newAccount(claims)))!;
    const [{ id }] = (await oauth.listWays(grantOf(owner))).linked;
    await oauth.unlink(grantOf(await makeUser("undoes@example.org")), { id, password });
    expect(await isLinked(claims)).toBe(owner.id);
  });

  it("lets ORCID, and nobody else, vouch for an ORCID iD, as long as it is linked", async () => {
    const person = await makeUser("orcid@example.org");
    const identity = {
      ...{ provider: "orcid" as const, issuer: "https://orcid.org", subject: "0000-0002-1825-0097" },
      ...{ label: "0000-0002-1825-0097", name: "O", email: null, emailVerified: false },
    };
    await insertIdentity(grantOf(person), identity);
    const orcid = () =>
      db().user.findUnique({ where: { id: person.id }, select: { orcid: true, orcidVerifiedAt: true } });
    expect(await orcid()).toEqual({ orcid: identity.subject, orcidVerifiedAt: expect.any(Date) });
    const [{ id }] = (await oauth.listWays(grantOf(person))).linked;
    await oauth.unlink(grantOf(person), { id, password });
    expect(await orcid()).toEqual({ orcid: identity.subject, orcidVerifiedAt: null });
  });
});

describe("an answer from elsewhere", () => {
  it("that was stolen on its way is worth nothing in another browser", async () => {
    const claims = somebody();
    await newAccount(claims);
    const victim = authBrowser();
    const back = server.approve(await question(victim), claims);
    // without anything of the victim's, and after setting out from a browser of the thief's own
    const bare = authBrowser();
    expect(await comeBack(bare, back)).toBe("/sign-in?place=failed");
    expect(await here(bare)).toBeNull();
    const thief = authBrowser();
    const own = await question(thief);
    const mixed = new URL(back);
    mixed.searchParams.set("state", own.searchParams.get("state")!);
    expect(await comeBack(thief, mixed)).toBe("/sign-in?place=failed");
    expect(server.answers.at(-1)).toBe("invalid_grant: code_verifier");
    expect(await here(thief)).toBeNull();
  });

  it("works once", async () => {
    const claims = somebody();
    await newAccount(claims);
    const browser = authBrowser();
    const back = server.approve(await question(browser), claims);
    await comeBack(browser, back);
    const sessions = () => db().session.count({ where: { user: { email: claims.email } } });
    const before = await sessions();
    expect(await comeBack(browser, back)).toBe("/sign-in?place=failed");
    expect(await sessions()).toBe(before);
  });

  it("to another question is refused", async () => {
    const claims = somebody();
    await newAccount(claims);
    const browser = authBrowser();
    const back = server.approve(await question(browser), claims);
    back.searchParams.set("state", "a-state-that-was-never-given");
    expect(await comeBack(browser, back)).toBe("/sign-in?place=failed");
    expect(await here(browser)).toBeNull();
  });

  it.each(["nonce", "audience", "key"] as const)("with a token of another %s is refused", async (about) => {
    const claims = somebody();
    await newAccount(claims);
    const browser = authBrowser();
    server.lieNext(about);
    expect(await through(browser, claims)).toBe("/sign-in?place=failed");
    expect(await here(browser)).toBeNull();
  });
});
