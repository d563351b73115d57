import { describe, expect, it } from "vitest";
import { emptyJar } from "../access/cookie";
import { demonstrationAccount } from "../access/demonstration-account";
import { enterLab } from "../access/enter-lab";
import { publicGrant, systemGrant } from "../access/grant";
import { userOfCookies, userOfSession } from "../access/session";
import { authBrowser } from "../access/testing/auth-browser";
import { cookieOf, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { modelListInput } from "../../contracts/model";
import { listModels } from "../models/service";
import { ensureUser, signIn, signUp } from "./service";

const password = "a password for tests";
const anybody = publicGrant();
const from = (address: string) => ({ address, userAgent: "test" });
const comer = { ...from("192.0.2.1"), jar: emptyJar };

async function enter(email: string, secret = password) {
  const { ask, cookie } = authBrowser();
  const { csrfToken } = (await (await ask("csrf")).response.json()) as { csrfToken: string };
  const form = { email, password: secret, csrfToken, json: "true" };
  return { ...(await ask("callback/credentials", form)), ask, cookie, csrfToken };
}

describe("signing up", () => {
  it("makes an account and a lab, which its maker owns", async () => {
    const { lab } = await signUp(
      anybody,
      { email: "ada@example.org", password, name: "Ada", labName: "Ada's Lab" },
      comer,
    );
    expect(lab).toBe("ada-s-lab");
    expect(await signIn(anybody, { email: "ada@example.org", password }, from("192.0.2.1"))).toMatchObject({
      email: "ada@example.org",
    });
  });

  it("opens the lab on a copy of the demonstration", async () => {
    const session = await signIn(anybody, { email: "ada@example.org", password }, from("192.0.2.1"));
    const grant = await enterLab(session!.id, "ada-s-lab", "model:read");
    const models = (await listModels(grant, modelListInput.parse({ lab: "any" }))).rows;
    expect(models.length).toBeGreaterThan(3);
    expect(models.every(({ author, runs }) => author === null && runs.total > 0)).toBe(true);
  });

  it("numbers the address of a lab whose name is taken", async () => {
    const made = await signUp(
      anybody,
      { email: "ida@example.org", password, name: "Ida", labName: "Ada's Lab" },
      comer,
    );
    expect(made.lab).toBe("ada-s-lab-2");
  });

  it("refuses an e-mail address that has an account, and makes no lab", async () => {
    const again = { email: "ada@example.org", password, name: "Ada", labName: "Second" };
    await expect(signUp(anybody, again, comer)).rejects.toMatchObject({
      details: { code: "conflict", where: "email" },
    });
  });
});

describe("signing in", () => {
  it("gives a cookie that scripts cannot read and other sites do not send", async () => {
    const { owner } = (await makeLab("cookies")).members;
    const { response, set, cookie } = await enter(owner.email);
    expect(response.status).toBe(200);
    const session = set.find((one) => one.includes(".session="));
    expect(session).toMatch(/HttpOnly/);
    expect(session).toMatch(/SameSite=Lax/);
    expect(await userOfCookies(cookie())).toMatchObject({ email: owner.email });
  });

  it("refuses a wrong password and an unknown address alike", async () => {
    const { owner } = (await makeLab("alike")).members;
    const wrong = await enter(owner.email, "another password");
    const unknown = await enter("nobody@example.org");
    expect(wrong.response.status).toBe(401);
    expect(unknown.response.status).toBe(401);
    expect(await wrong.response.text()).toBe(await unknown.response.text());
    expect(await userOfCookies(wrong.cookie())).toBeNull();
  });

  it("leads whoever opens the address of the form to the form", async () => {
    const { response } = await authBrowser().ask("callback/credentials");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-in");
  });

  it("stops after ten wrong passwords for one address, also for the right one", async () => {
    const { editor } = (await makeLab("guessed")).members;
    for (let guess = 0; guess < 10; guess += 1)
      expect(
        await signIn(
          anybody,
          { email: editor.email, password: `guess ${guess}` },
          from(`198.51.100.${guess}`),
        ),
      ).toBeNull();
    await expect(
      signIn(anybody, { email: editor.email, password }, from("198.51.100.99")),
    ).rejects.toMatchObject({ details: { code: "too-many" } });
  });

  it("stops an address that tries many accounts", async () => {
    const attempts = Array.from({ length: 60 }, (_, n) =>
      signIn(anybody, { email: `somebody-${n}@example.org`, password }, from("203.0.113.5")),
    );
    expect((await Promise.all(attempts)).every((session) => session === null)).toBe(true);
    await expect(
      signIn(anybody, { email: "one-more@example.org", password }, from("203.0.113.5")),
    ).rejects.toMatchObject({ details: { code: "too-many" } });
  });

  it("takes as long for an unknown address as for a known one", async () => {
    const { viewer } = (await makeLab("timed")).members;
    const time = async (email: string) => {
      const begun = performance.now();
      await signIn(anybody, { email, password: "not this one" }, from("203.0.113.77"));
      return performance.now() - begun;
    };
    await time("warm-up@example.org");
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      known.push(await time(viewer.email));
      unknown.push(await time(`unknown-${n}@example.org`));
    }
    // the work is the same; a shortcut would be ten times quicker
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });
});

describe("signing out", () => {
  it("ends the session at once, also for a copy of the cookie", async () => {
    const { owner } = (await makeLab("leaving")).members;
    const { ask, cookie, csrfToken } = await enter(owner.email);
    const copy = cookie();
    await ask("signout", { csrfToken, json: "true" });
    expect(await userOfCookies(copy)).toBeNull();
  });

  it("leaves other browsers of the person alone", async () => {
    const { owner } = (await makeLab("two-browsers")).members;
    const first = await enter(owner.email);
    const second = await enter(owner.email);
    await first.ask("signout", { csrfToken: first.csrfToken, json: "true" });
    expect(await userOfCookies(second.cookie())).toMatchObject({ email: owner.email });
  });
});

describe("the demonstration's account", () => {
  it("is nobody's on a server without a demonstration", async () => {
    const { email } = demonstrationAccount;
    await ensureUser(systemGrant("test"), { ...demonstrationAccount, password });
    expect(await signIn(anybody, { email, password }, from("192.0.2.9"))).toBeNull();
    const { id } = (await db().user.findUnique({ where: { email } }))!;
    const session = await db().session.create({
      data: { userId: id, expiresAt: new Date(Date.now() + 60_000) },
    });
    expect(await userOfSession(session.id)).toBeNull();
  });
});

describe("a cookie", () => {
  it("is nobody's when it is not ours", async () => {
    const { owner } = (await makeLab("forged")).members;
    const good = await cookieOf(owner);
    expect(await userOfCookies(good)).toMatchObject({ id: owner.id });
    expect(await userOfCookies(`${good.slice(0, -4)}AAAA`)).toBeNull();
    expect(await userOfCookies("a=b; c")).toBeNull();
    expect(await userOfCookies(null)).toBeNull();
    expect(await userOfSession("never-was")).toBeNull();
  });
});
