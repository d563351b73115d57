import { beforeAll, describe, expect, it } from "vitest";
import { type Anchor, mentionOf, shown as shownContract } from "../../contracts/comment";
import type { ObjectRef } from "../../contracts/object";
import type { LabGrant } from "../access/grant";
import { enterLab } from "../access/enter-lab";
import { makeModel } from "../access/rows/models";
import type { CurrentUser } from "../access/session";
import { type LabFixture, makeLab, makeUser } from "../access/testing/lab-fixture";
import { db } from "../db";
import { setRole } from "../labs/service";
import { saveVersion } from "../models/service";
import * as comments from "./service";

let here: LabFixture;
let there: LabFixture;
let ada: LabGrant;
let ben: LabGrant;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
  ada = await as(here.members.owner);
  ben = await as(here.members.editor);
});

const as = (user: CurrentUser, lab = here) => enterLab(user.id, lab.slug, "comment:create");
const aModel = async (lab = here): Promise<ObjectRef> => ({ kind: "model", id: (await makeModel(lab)).id });
const whole: Anchor = { figure: null, place: null };
let count = 0;
const once = () => `browser ${(count += 1)}`;
const begin = async (by: LabGrant, body: string, object?: ObjectRef, shown = {}) =>
  comments.startThread(by, {
    ...{ object: object ?? (await aModel()), anchor: whole, visibility: "lab", body, once: once() },
    shown: shownContract.parse(shown),
  });
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.unreachable(),
    (error: { details: { code: string } }) => error.details,
  );
const inboxOf = ({ id }: CurrentUser, thread: string) =>
  db().inboxItem.findMany({
    where: { userId: id, threadId: thread },
    select: { kind: true, commentId: true },
    orderBy: { createdAt: "asc" },
  });

describe("a thread", () => {
  it("is read as it was written, by everybody in the lab", async () => {
    const object = await aModel();
    const axis = { key: "trial", title: "Training trial", unit: "" };
    const place = { axis, from: 301, to: 400, said: "trials 301–400", group: null };
    const anchor = { figure: { key: "curve:prepLick@trial", title: "Preparatory lick rate" }, place };
    const { thread } = await comments.startThread(ada, {
      ...{ object, anchor, visibility: "lab", body: "A **step** here.", once: once() },
      shown: shownContract.parse({ version: 1 }),
    });
    const read = await comments.listThreads(await as(here.members.commenter), { object, limit: 10 });
    expect(read).toMatchObject({ open: 1, total: 1, people: {}, mayWrite: true });
    expect(read.threads[0]).toMatchObject({ id: thread, anchor, muted: null, resolved: null, left: 0 });
    expect(read.threads[0].comments).toMatchObject([
      { body: "A **step** here.", author: { name: "owner", lab: null }, mine: false, reactions: [] },
    ]);
  });

  it("keeps which version it was made on, and says which one there is now", async () => {
    const { id, latest } = await makeModel(here);
    const object: ObjectRef = { kind: "model", id };
    await begin(ada, "On the first.", object, { version: 1 });
    const { role, preset, parameters } = latest;
    const [name] = Object.keys(parameters).filter((key) => typeof parameters[key] === "number");
    await saveVersion(here.grant, {
      ...{ modelId: id, role, preset, notes: "", basedOn: 1 },
      parameters: { ...parameters, [name]: (parameters[name] as number) * 1.01 },
    });
    const { threads, now } = await comments.listThreads(ada, { object, limit: 10 });
    expect(threads[0].seen).toMatchObject({ version: 1, hash: latest.hash });
    expect(now.version).toBe(2);
    expect(now.hash).not.toBe(latest.hash);
  });

  it("gives its first comment and its last twenty, and all when it is asked for alone", async () => {
    const object = await aModel();
    const { thread } = await begin(ada, "0", object);
    for (let index = 1; index <= 25; index += 1)
      await comments.reply(index % 2 ? ben : ada, { thread, body: String(index), once: once() });
    const listed = (await comments.listThreads(ada, { object, limit: 10 })).threads[0];
    const texts = ({ comments: all }: typeof listed) => all.map(({ body }) => Number(body));
    expect(texts(listed)).toEqual([0, ...Array.from({ length: 20 }, (_, index) => index + 6)]);
    expect(listed.left).toBe(5);
    const alone = await comments.getThread(ada, { of: { comment: listed.comments[3].id } });
    expect(alone.object).toEqual(object);
    expect(texts(alone.thread)).toEqual(Array.from({ length: 26 }, (_, index) => index));
  });

  it("is resolved and reopened, by anybody who may write, and open ones come first", async () => {
    const object = await aModel();
    const first = await begin(ada, "first", object);
    const second = await begin(ada, "second", object);
    await comments.resolveThread(ben, second.thread, true);
    const { threads, open, total } = await comments.listThreads(ada, { object, limit: 10 });
    expect(threads.map(({ id }) => id)).toEqual([first.thread, second.thread]);
    expect({ open, total }).toEqual({ open: 1, total: 2 });
    expect(threads[1].resolved).toMatchObject({ by: "editor" });
    await comments.resolveThread(ada, second.thread, false);
    expect((await comments.listThreads(ada, { object, limit: 10 })).open).toBe(2);
  });

  it("goes with its object", async () => {
    const object = await aModel();
    const { thread } = await begin(ada, "about it", object);
    await db().model.delete({ where: { id: object.id } });
    expect(await db().thread.count({ where: { id: thread } })).toBe(0);
  });
});

describe("a comment", () => {
  it("sent twice by the same browser is written once", async () => {
    const object = await aModel();
    const input = {
      ...{ object, anchor: whole, visibility: "lab" as const, body: "once", once: once() },
      shown: shownContract.parse({}),
    };
    const [first, second] = await Promise.all([
      comments.startThread(ada, input),
      comments.startThread(ada, input),
    ]);
    expect(second).toEqual(first);
    const reply = { thread: first.thread, body: "again", once: once() };
    expect(await comments.reply(ben, reply)).toEqual(await comments.reply(ben, reply));
    expect((await comments.listThreads(ada, { object, limit: 10 })).threads[0].comments).toHaveLength(2);
  });

  it("keeps its earlier texts, and only its author may change it", async () => {
    const { comment } = await begin(ada, "one");
    await comments.editComment(ada, { comment, body: "two" });
    await comments.editComment(ada, { comment, body: "two" });
    await comments.editComment(ada, { comment, body: "three" });
    const { texts } = await comments.listHistory(ben, comment);
    expect(texts.map(({ body }) => body)).toEqual(["two", "one"]);
    expect(await refusal(comments.editComment(ben, { comment, body: "mine" }))).toMatchObject({
      code: "forbidden",
    });
  });

  it("deleted is a stub at once, can be brought back for an hour, and then its text is gone", async () => {
    const object = await aModel();
    const { thread, comment } = await begin(ada, "a secret", object);
    await comments.reply(ben, { thread, body: "what?", once: once() });
    await comments.editComment(ada, { comment, body: "a greater secret" });
    expect(await refusal(comments.setDeleted(ben, comment, true))).toMatchObject({
      code: "forbidden",
    });
    await comments.setDeleted(ada, comment, true);
    const stub = (await comments.listThreads(ben, { object, limit: 10 })).threads[0].comments[0];
    expect(stub).toMatchObject({ deleted: true, body: "", reactions: [] });
    expect((await comments.listHistory(ada, comment)).texts).toEqual([]);
    await comments.setDeleted(ada, comment, false);
    await comments.setDeleted(ada, comment, true);
    expect(await comments.forgetDeleted()).toBe(0);
    await db().comment.update({
      where: { id: comment },
      data: { deletedAt: new Date(Date.now() - 3_700_000) },
    });
    expect(await comments.forgetDeleted()).toBe(1);
    const left = JSON.stringify([
      await db().comment.findMany({ where: { threadId: thread } }),
      await db().commentEdit.findMany({ where: { commentId: comment } }),
    ]);
    expect(left).not.toContain("secret");
    expect(await refusal(comments.setDeleted(ada, comment, false))).toMatchObject({
      code: "refused",
    });
  });

  it("of somebody else is deleted only by who manages the lab", async () => {
    const { comment } = await begin(ben, "rude");
    await comments.setDeleted(ada, comment, true);
    expect((await comments.getThread(ada, { of: { comment } })).thread.comments[0].deleted).toBe(true);
  });

  it("is answered with a reaction once per person and kind", async () => {
    const { comment } = await begin(ada, "good?");
    await comments.react(ben, { comment, key: "agree", on: true });
    await comments.react(ben, { comment, key: "agree", on: true });
    await comments.react(ada, { comment, key: "agree", on: true });
    await comments.react(ada, { comment, key: "puzzled", on: true });
    await comments.react(ada, { comment, key: "puzzled", on: false });
    const [{ reactions }] = (await comments.getThread(ben, { of: { comment } })).thread.comments;
    expect(reactions).toEqual([{ key: "agree", names: ["editor", "owner"], mine: true }]);
  });
});

describe("a mention", () => {
  it("is of somebody who can see the object; anybody else reads like nobody", async () => {
    const mention = (user: string) => refusal(begin(ada, `Look, ${mentionOf(user)}`));
    const stranger = await mention(there.members.owner.id);
    expect(stranger).toMatchObject({ code: "invalid", where: "body" });
    expect(await mention("never-was")).toEqual(stranger);
    const { comment } = await begin(ada, `Look, ${mentionOf(ben.userId)}`);
    expect((await comments.getThread(ada, { of: { comment } })).people).toEqual({ [ben.userId]: "editor" });
  });

  it("reaches the person, once, also when the text is edited; the audience is the lab", async () => {
    const { thread, comment } = await begin(ada, `Look, ${mentionOf(ben.userId)}`);
    await comments.editComment(ada, { comment, body: `Please look, ${mentionOf(ben.userId)}` });
    expect(await inboxOf(here.members.editor, thread)).toEqual([{ kind: "mention", commentId: comment }]);
    const audience = await comments.listAudience(ada, { object: await aModel(), visibility: "lab" });
    expect(audience.map(({ name }) => name)).toEqual(["commenter", "editor", "owner", "viewer"]);
  });

  it("stays when the person has left, and can stand in the text when it is edited", async () => {
    const leaver = await makeUser("leaver@example.org");
    await setRole(here.grant, leaver.id, "viewer");
    const { comment } = await begin(ada, `Bye, ${mentionOf(leaver.id)}`);
    await db().membership.deleteMany({ where: { userId: leaver.id } });
    await comments.editComment(ada, { comment, body: `Farewell, ${mentionOf(leaver.id)}` });
    expect(await refusal(begin(ada, mentionOf(leaver.id)))).toMatchObject({ code: "invalid" });
  });
});

describe("replies", () => {
  it("reach who takes part, but not their author, who muted the thread, or who has left", async () => {
    const leaver = await makeUser("gone@example.org");
    await setRole(here.grant, leaver.id, "commenter");
    const { thread } = await begin(ada, "Who?");
    const second = await comments.reply(await as(leaver), { thread, body: "I.", once: once() });
    await comments.reply(await as(here.members.commenter), { thread, body: "I, too.", once: once() });
    await comments.muteThread(await as(here.members.commenter), thread, true);
    await db().membership.deleteMany({ where: { userId: leaver.id } });
    const last = await comments.reply(ben, { thread, body: "Not I.", once: once() });
    const heard = async (user: CurrentUser) =>
      (await inboxOf(user, thread)).map(({ commentId }) => commentId);
    const toOwner = await heard(here.members.owner);
    expect(toOwner).toHaveLength(3);
    expect(toOwner).toEqual(expect.arrayContaining([second.comment, last.comment]));
    expect(await heard(leaver)).not.toContain(last.comment);
    expect(await heard(here.members.commenter)).toEqual([]);
    expect(await heard(here.members.editor)).toEqual([]);
    await comments.reply(ada, {
      ...{ thread, once: once() },
      body: `Still, ${mentionOf(here.members.commenter.id)}?`,
    });
    expect(await inboxOf(here.members.commenter, thread)).toMatchObject([{ kind: "mention" }]);
  });
});

describe("another lab", () => {
  it("finds neither thread nor comment, by whatever id, and a removed member no more at the next call", async () => {
    const { thread, comment } = await begin(ada, "ours");
    const theirs = await as(there.members.owner, there);
    const attempts = [
      () => comments.getThread(theirs, { of: { thread } }),
      () => comments.getThread(theirs, { of: { comment } }),
      () => comments.reply(theirs, { thread, body: "hello", once: once() }),
      () => comments.editComment(theirs, { comment, body: "theirs" }),
      () => comments.setDeleted(theirs, comment, true),
      () => comments.listHistory(theirs, comment),
      () => comments.react(theirs, { comment, key: "agree", on: true }),
      () => comments.resolveThread(theirs, thread, true),
      () => comments.muteThread(theirs, thread, true),
    ];
    for (const attempt of attempts) expect(await refusal(attempt())).toMatchObject({ code: "not-found" });
    const [row] = await db().comment.findMany({ where: { threadId: thread } });
    expect(row).toMatchObject({ body: "ours", deletedAt: null });
    expect(await db().reaction.count({ where: { commentId: comment } })).toBe(0);

    const person = await makeUser("removed@example.org");
    await setRole(here.grant, person.id, "commenter");
    await as(person);
    await db().membership.deleteMany({ where: { userId: person.id } });
    expect(await refusal(as(person))).toMatchObject({ code: "not-found" });
  });
});
