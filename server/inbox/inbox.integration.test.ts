import { beforeAll, describe, expect, it } from "vitest";
import { mentionOf, shown } from "../../contracts/comment";
import { inboxListInput, inboxSentence } from "../../contracts/inbox";
import type { ObjectRef } from "../../contracts/object";
import { enterLab } from "../access/enter-lab";
import { userGrant } from "../access/grant";
import { makeExperimentBy } from "../access/rows/experiments";
import { makeModel } from "../access/rows/models";
import type { CurrentUser } from "../access/session";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import * as comments from "../comments/service";
import { db } from "../db";
import { cancelExperiment, retryExperiment, tellEndedExperiments } from "../experiments/service";
import { invite, joinInvited, revokeInvitation } from "../invitations/service";
import { setRole } from "../labs/service";
import * as inbox from "./service";

let here: LabFixture;
let there: LabFixture;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
});

let count = 0;
const grantOf = ({ id, sessionId }: CurrentUser) => userGrant(id, sessionId);
const readBy = async (user: CurrentUser, more = {}) =>
  (await inbox.listInbox(grantOf(user), inboxListInput.parse(more))).items;
const someone = async (lab = here, name = "reader") => {
  const user = await makeUser(`${lab.unique(name).replace(" ", "-")}@example.org`);
  await setRole(lab.grant, user.id, "editor");
  return user;
};
async function naming(user: CurrentUser, lab = here, object?: ObjectRef) {
  const grant = await enterLab(lab.members.owner.id, lab.slug, "comment:create");
  const about = object ?? { kind: "model" as const, id: (await makeModel(lab)).id };
  return comments.startThread(grant, {
    ...{ object: about, anchor: { figure: null, place: null }, visibility: "lab" },
    ...{ body: `Is this so,\n\n${mentionOf(user.id)}?`, once: `inbox test ${(count += 1)}` },
    shown: shown.parse({}),
  });
}

describe("an inbox", () => {
  it("says who named one where, with what they wrote and the way there, over all labs", async () => {
    const reader = await someone();
    await setRole(there.grant, reader.id, "viewer");
    const [one, other] = [await naming(reader), await naming(reader, there)];
    const items = await readBy(reader);
    expect(items.map(({ lab }) => lab.slug)).toEqual([there.slug, here.slug]);
    expect(items[1]).toMatchObject({
      kind: "mention",
      read: false,
      actor: "owner",
      excerpt: "Is this so, @" + reader.name + "?",
    });
    expect(items[1].thread).toEqual({ id: one.thread, place: here.slug, muted: false });
    expect(items[0].href).toMatch(new RegExp(`^/lab/lab-two/models/.+\\?comment=${other.comment}$`));
    expect(inboxSentence(items[1])).toMatch(/^owner named you on the model /);
    expect(await inbox.countUnread(grantOf(reader))).toEqual({ unread: 2 });
  });

  it("marks what one chooses, and all at once with a way back, and nobody else's", async () => {
    const [reader, other] = [await someone(), await someone()];
    for (let n = 0; n < 3; n += 1) await naming(reader);
    await naming(other);
    const [first] = await readBy(reader);
    expect(await inbox.mark(grantOf(other), [first.id], true)).toEqual({ unread: 1 });
    expect(await inbox.mark(grantOf(reader), [first.id], true)).toEqual({ unread: 2 });
    const { count: marked, at } = await inbox.readAll(grantOf(reader), null);
    expect(marked).toBe(2);
    expect(await inbox.countUnread(grantOf(other))).toEqual({ unread: 1 });
    expect(await inbox.unreadAll(grantOf(reader), at)).toEqual({ unread: 2 });
    expect((await readBy(reader, { unread: true })).map(({ id }) => id)).not.toContain(first.id);
    expect(await inbox.readAll(grantOf(reader), "reply")).toMatchObject({ count: 0 });
  });

  it("tells no more of a comment that one has opened itself, and goes on telling others", async () => {
    const [reader, other] = [await someone(), await someone()];
    const { comment } = await naming(reader);
    await naming(reader);
    await naming(other);
    expect(await inbox.markMet(grantOf(other), comment)).toEqual({ unread: 1 });
    expect(await inbox.markMet(grantOf(reader), comment)).toEqual({ unread: 1 });
    const unread = await readBy(reader, { unread: true });
    expect(unread.map(({ href }) => href)).not.toContainEqual(expect.stringContaining(comment));
    expect(await inbox.markMet(grantOf(reader), comment)).toEqual({ unread: 1 });
  });

  it("comes page by page, each item once", async () => {
    const reader = await someone();
    for (let n = 0; n < 5; n += 1) await naming(reader);
    const all: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof inbox.listInbox>> = await inbox.listInbox(
        grantOf(reader),
        inboxListInput.parse({ cursor, limit: 2 }),
      );
      all.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(all).size).toBe(5);
    await expect(
      inbox.listInbox(grantOf(reader), inboxListInput.parse({ cursor: "x" })),
    ).rejects.toMatchObject({
      details: { code: "invalid" },
    });
  });

  it("hears no replies of a muted thread, and nothing of a lab that one has left", async () => {
    const reader = await someone();
    const { thread } = await naming(reader);
    const mine = await enterLab(reader.id, here.slug, "comment:read");
    await comments.muteThread(mine, thread, true);
    const owner = await enterLab(here.members.owner.id, here.slug, "comment:create");
    await comments.reply(owner, { thread, body: "Anybody?", once: `inbox test ${(count += 1)}` });
    const [only, ...more] = await readBy(reader);
    expect(more).toEqual([]);
    expect(only.thread?.muted).toBe(true);
    await db().membership.deleteMany({ where: { userId: reader.id } });
    expect(await readBy(reader)).toEqual([]);
    expect(await inbox.countUnread(grantOf(reader))).toEqual({ unread: 0 });
  });

  it("says that what an item was about is gone", async () => {
    const reader = await someone();
    const { comment } = await naming(reader);
    const owner = await enterLab(here.members.owner.id, here.slug, "comment:create");
    await comments.setDeleted(owner, comment, true);
    expect(await readBy(reader)).toMatchObject([{ excerpt: null, thread: { muted: false } }]);
  });
});

describe("an experiment that ended", () => {
  const end = (experiment: string, status: "cancelled" | "failed", error: string | null = null) =>
    db().run.updateMany({
      where: { experiments: { some: { experimentId: experiment } } },
      data: { status, error },
    });

  it("is told once to who launched it, and again after it was started again", async () => {
    const launcher = await someone();
    const id = await makeExperimentBy(here, launcher.id);
    await tellEndedExperiments();
    expect(await readBy(launcher)).toEqual([]);
    await end(id, "failed", "The weights ran away.");
    await Promise.all([tellEndedExperiments(), tellEndedExperiments()]);
    await tellEndedExperiments();
    const [item, ...more] = await readBy(launcher);
    expect(more).toEqual([]);
    expect(item).toMatchObject({ kind: "experiment-failed", actor: null, href: expect.stringContaining(id) });
    expect(inboxSentence(item)).toMatch(/: 0 of 1 runs done, 1 failed$/);
    expect(item.outcome!.failures).toMatchObject([{ reason: "The weights ran away.", count: 1 }]);
    await retryExperiment(here.grant, id);
    await end(id, "cancelled");
    await tellEndedExperiments();
    expect((await readBy(launcher)).map(({ kind }) => kind)).toEqual([
      "experiment-finished",
      "experiment-failed",
    ]);
  });

  it("is no news to who cancelled it, nor to who has left", async () => {
    const [canceller, leaver] = [await someone(), await someone()];
    const id = await makeExperimentBy(here, canceller.id);
    await cancelExperiment(await enterLab(canceller.id, here.slug, "run:cancel"), id);
    const left = await makeExperimentBy(here, leaver.id);
    await end(left, "cancelled");
    await db().membership.deleteMany({ where: { userId: leaver.id } });
    await tellEndedExperiments();
    expect(await db().inboxItem.count({ where: { userId: { in: [canceller.id, leaver.id] } } })).toBe(0);
  });
});

describe("an invitation", () => {
  const byOwner = () => enterLab(here.members.owner.id, here.slug, "member:manage");
  const wanted = (email: string) => ({ role: "commenter" as const, email, days: 7 });

  it("lies in the inbox of whoever showed that the address is theirs, and lets them in once", async () => {
    const guest = await makeUser("guest@example.org");
    const early = await makeUser("unshown@example.org");
    await db().user.update({ where: { id: guest.id }, data: { emailVerifiedAt: new Date() } });
    const { invitation } = await invite(await byOwner(), wanted(guest.email));
    await invite(await byOwner(), wanted(early.email));
    expect(await readBy(early)).toEqual([]);
    const [item] = await readBy(guest);
    expect(item).toMatchObject({ lab: { slug: null }, invitation: { role: "commenter", state: "open" } });
    expect(inboxSentence(item)).toBe("owner invited you to lab-one as commenter");
    expect(await joinInvited(grantOf(early), invitation.id, early)).toMatchObject({ outcome: "gone" });
    expect(await joinInvited(grantOf(guest), invitation.id, guest)).toEqual({
      outcome: "joined",
      slug: "lab-one",
    });
    const joined = await db().auditEntry.findFirst({ where: { action: "member.join", actorId: guest.id } });
    expect(joined).not.toBeNull();
    expect(await readBy(guest)).toMatchObject([
      { lab: { slug: "lab-one" }, invitation: { state: "accepted" } },
    ]);
  });

  it("that was taken back lets nobody in", async () => {
    const guest = await makeUser("late@example.org");
    await db().user.update({ where: { id: guest.id }, data: { emailVerifiedAt: new Date() } });
    const { invitation } = await invite(await byOwner(), wanted(guest.email));
    await revokeInvitation(await byOwner(), invitation.id);
    expect(await readBy(guest)).toMatchObject([{ invitation: { state: "revoked" } }]);
    expect(await joinInvited(grantOf(guest), invitation.id, guest)).toMatchObject({ outcome: "gone" });
  });
});
