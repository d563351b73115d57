import { beforeAll, describe, expect, it } from "vitest";
import { type LabGrant, labGrant, publicGrant, userGrant } from "../access/grant";
import { hashOfToken, type Links } from "../access/links";
import type { CurrentUser } from "../access/session";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import { db } from "../db";
import { changeRole, listLabs, setRole } from "../labs/service";
import {
  acceptInvitation,
  findOpenInvitation,
  invite,
  listInvitations,
  pendingInvitation,
  revokeInvitation,
} from "./service";

let lab: LabFixture;
let owner: LabGrant;
beforeAll(async () => {
  lab = await makeLab("lab-one");
  const { id: labId, slug: labSlug, members } = lab;
  owner = labGrant({ labId, labSlug, userId: members.owner.id, role: "owner", permission: "member:manage" });
});

const person = () => makeUser(`${lab.unique("guest").replace(" ", "-")}@example.org`);
const grantOf = ({ id, sessionId }: CurrentUser) => userGrant(id, sessionId);
/** A browser that has opened the link. */
const opened = (url: string | null): Links & { dropped: boolean } => ({
  dropped: false,
  token: (kind) => (kind === "invitation" && url ? url.split("/").at(-1)! : null),
  drop() {
    this.dropped = true;
  },
});
const link = async (wanted: Partial<Parameters<typeof invite>[1]> = {}) =>
  invite(owner, { role: "editor", email: null, days: 7, ...wanted });
const labsOf = async (user: CurrentUser) =>
  (await listLabs(grantOf(user))).map(({ slug, role }) => [slug, role]);

describe("an invitation", () => {
  it("opens the lab once, with the role that it names, and says so in the log", async () => {
    const { url, invitation } = await link();
    const [guest, second] = [await person(), await person()];
    const browser = opened(url);
    expect(await pendingInvitation(publicGrant(), browser, guest)).toMatchObject({
      ...{ lab: "lab-one", role: "editor", invitedBy: "owner", state: "open", you: "welcome", slug: null },
    });
    expect(await acceptInvitation(grantOf(guest), browser, guest)).toEqual({
      outcome: "joined",
      slug: lab.slug,
    });
    expect(browser.dropped).toBe(true);
    expect(await labsOf(guest)).toEqual([["lab-one", "editor"]]);
    expect(await acceptInvitation(grantOf(second), opened(url), second)).toEqual({
      outcome: "gone",
      slug: null,
    });
    expect(await labsOf(second)).toEqual([]);
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { objectId: guest.id, action: "member.join" },
    });
    expect(entry).toMatchObject({
      actorId: guest.id,
      details: { role: "editor", invitation: invitation.id },
    });
    const [listed] = (await listInvitations(owner, { limit: 50 })).rows;
    expect(listed).toMatchObject({ state: "accepted", acceptedBy: guest.name });
  });

  it("lets in one of two who use it at the same moment", async () => {
    const { url } = await link();
    const guests = [await person(), await person(), await person()];
    const answers = await Promise.all(
      guests.map((guest) => acceptInvitation(grantOf(guest), opened(url), guest)),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["gone", "gone", "joined"]);
    expect((await Promise.all(guests.map(labsOf))).flat()).toHaveLength(1);
  });

  it("keeps no token, only its hash", async () => {
    const { url, invitation } = await link();
    const token = url!.split("/").at(-1)!;
    const row = await db().invitation.findUniqueOrThrow({ where: { id: invitation.id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.tokenHash).toBe(hashOfToken(token));
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  it("opens nothing once it has expired, was revoked, or its maker owns the lab no more", async () => {
    const guest = await person();
    const expired = await link();
    await db().invitation.update({ where: { id: expired.invitation.id }, data: { expiresAt: new Date() } });
    const revoked = await link();
    await revokeInvitation(owner, revoked.invitation.id);
    const maker = await person();
    await setRole(lab.grant, maker.id, "owner");
    const theirs = await invite(labGrant({ ...owner, userId: maker.id }), {
      role: "owner",
      email: null,
      days: 7,
    });
    await changeRole(owner, maker.id, "viewer");

    for (const [{ url }, state] of [
      [expired, "expired"],
      [revoked, "revoked"],
      [theirs, "void"],
    ] as const) {
      expect(await pendingInvitation(publicGrant(), opened(url), guest)).toMatchObject({ state });
      expect(await findOpenInvitation(url!.split("/").at(-1)!)).toBeNull();
      expect(await acceptInvitation(grantOf(guest), opened(url), guest)).toMatchObject({ outcome: "gone" });
    }
    expect(await labsOf(guest)).toEqual([]);
    const states = new Map(
      (await listInvitations(owner, { limit: 50 })).rows.map(({ id, state }) => [id, state]),
    );
    expect([expired, revoked, theirs].map(({ invitation }) => states.get(invitation.id))).toEqual([
      ...["expired", "revoked", "void"],
    ]);
  });

  it("made for an address is for that account alone, and waits for it", async () => {
    const [wrong, right] = [await person(), await person()];
    const { url } = await link({ email: right.email });
    expect(await pendingInvitation(publicGrant(), opened(url), null)).toMatchObject({ you: "signed-out" });
    expect(await pendingInvitation(publicGrant(), opened(url), wrong)).toMatchObject({
      ...{ you: "wrong-account", email: right.email },
    });
    const browser = opened(url);
    expect(await acceptInvitation(grantOf(wrong), browser, wrong)).toMatchObject({
      outcome: "wrong-account",
    });
    expect(browser.dropped).toBe(false);
    expect(await acceptInvitation(grantOf(right), browser, right)).toMatchObject({ outcome: "joined" });
  });

  it("is not used up by somebody who is a member already", async () => {
    const { url } = await link();
    const { viewer } = lab.members;
    expect(await acceptInvitation(grantOf(viewer), opened(url), viewer)).toMatchObject({
      ...{ outcome: "member", slug: lab.slug },
    });
    expect(await findOpenInvitation(url!.split("/").at(-1)!)).toMatchObject({ role: "editor" });
    expect(await labsOf(viewer)).toEqual([["lab-one", "viewer"]]);
  });

  it("of another lab cannot be revoked, and a token that never was opens nothing", async () => {
    const there = await makeLab("lab-two");
    const { invitation } = await link();
    const theirs = labGrant({
      ...owner,
      labId: there.id,
      labSlug: there.slug,
      userId: there.members.owner.id,
    });
    await expect(revokeInvitation(theirs, invitation.id)).rejects.toMatchObject({
      details: { code: "not-found" },
    });
    const guest = await person();
    const never = opened("https://phasic.example.org/link/invitation/never-was");
    expect(await pendingInvitation(publicGrant(), never, guest)).toBeNull();
    expect(await acceptInvitation(grantOf(guest), never, guest)).toEqual({ outcome: "gone", slug: null });
  });
});
