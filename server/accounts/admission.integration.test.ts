import { beforeAll, describe, expect, it } from "vitest";
import { cookie, type Jar, jarOf } from "../access/cookie";
import { enterLab } from "../access/enter-lab";
import { publicGrant, userGrant } from "../access/grant";
import { linksOf } from "../access/links";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { acceptInvitation, invite, revokeInvitation } from "../invitations/service";
import { listLabs } from "../labs/service";
import { meet } from "./oauth/service";
import { signUp } from "./service";

const anybody = publicGrant();
const password = "a password for tests";
let here: LabFixture;
beforeAll(async () => {
  process.env.PHASIC_SIGNUP = "invite";
  here = await makeLab("lab-one");
});

const invited = async (email: string | null) => {
  const owner = await enterLab(here.members.owner.id, here.slug, "member:manage");
  return { owner, ...(await invite(owner, { role: "editor", email, days: 7 })) };
};
/** A browser that has opened the link. */
const opened = (url: string | null): Jar =>
  jarOf(`${cookie("link-invitation", "__Host-").name}=${url!.split("/").at(-1)}`);
const account = (email: string, jar: Jar, labName?: string) =>
  signUp(anybody, { email, password, name: "New", labName }, { address: null, userAgent: "", jar });
const closed = { details: { code: "closed", where: "sign-up" } };

describe("a server that takes accounts by invitation", () => {
  it("makes none without one, however somebody comes", async () => {
    await expect(account("nobody@example.org", jarOf(null), "Their lab")).rejects.toMatchObject(closed);
    await expect(account("nobody@example.org", opened("/never-was"), "Their lab")).rejects.toMatchObject(
      closed,
    );
    const identity = { provider: "oidc", issuer: "https://sso.example", subject: "n", label: "n" } as const;
    const somebody = { ...identity, name: "N", email: null, emailVerified: false };
    expect(await meet(anybody, somebody, jarOf(null), { userAgent: "" })).toEqual({ kind: "uninvited" });
    expect(await db().user.count({ where: { email: "nobody@example.org" } })).toBe(0);
  });

  it("makes one for whoever was invited, who needs no lab of their own, and then joins", async () => {
    const { url } = await invited(null);
    const jar = opened(url);
    expect(await account("joins@example.org", jar)).toEqual({ lab: null, entered: false });
    const user = await db().user.findUniqueOrThrow({ where: { email: "joins@example.org" } });
    const grant = userGrant(user.id, "any");
    expect(await listLabs(grant)).toEqual([]);
    expect(await acceptInvitation(grant, linksOf(jar), user)).toMatchObject({ outcome: "joined" });
    await expect(account("second@example.org", jar)).rejects.toMatchObject(closed);
  });

  it("makes one only for the address that was invited", async () => {
    const { url } = await invited("meant@example.org");
    await expect(account("other@example.org", opened(url))).rejects.toMatchObject({
      details: { code: "refused", where: "email", what: "The invitation is for meant@example.org." },
    });
    expect(await account("meant@example.org", opened(url))).toMatchObject({ lab: null });
  });

  it("makes none for an invitation that was taken back", async () => {
    const { url, owner, invitation } = await invited(null);
    await revokeInvitation(owner, invitation.id);
    await expect(account("too-late@example.org", opened(url))).rejects.toMatchObject(closed);
  });
});
