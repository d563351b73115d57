import { beforeAll, describe, expect, it } from "vitest";
import { mentionOf, shown as shownContract } from "../../contracts/comment";
import type { ObjectRef } from "../../contracts/object";
import { enterLab } from "../access/enter-lab";
import { enterPlace } from "../access/enter-place";
import { makeExperiment } from "../access/rows/experiments";
import { makeModel } from "../access/rows/models";
import type { CurrentUser } from "../access/session";
import { managerOf, readingOnly, shareWith } from "../access/testing/giver";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { getExperiment } from "../experiments/service";
import { removeMember } from "../labs/service";
import { openStream } from "../live/service";
import { changeTerms, revoke } from "../shares/service";
import * as comments from "./service";

/** Two labs talk about what one of them shares. */
let here: LabFixture;
let there: LabFixture;
beforeAll(async () => {
  here = await makeLab("lab-here");
  there = await makeLab("lab-there");
});

const code = (of: string) => ({ details: { code: of } });
const shown = shownContract.parse({});
let count = 0;
const once = () => `visitor ${(count += 1)}`;
const own = (user: CurrentUser) => enterLab(user.id, here.slug, "comment:create");
const visitor = (user: CurrentUser, place: string) => enterPlace(user.id, place, "comment:create");
const beginning = { anchor: { figure: null, place: null }, shown };
const texts = ({ threads }: Awaited<ReturnType<typeof comments.listThreads>>) =>
  threads.map(({ comments: [first] }) => first.body).sort();

async function shared(level: "read" | "comment" = "comment") {
  const object: ObjectRef = { kind: "model", id: (await makeModel(here)).id };
  return { object, ...(await shareWith(there, here, object, { level })) };
}

describe("what one lab shares for comments", () => {
  it("is talked about by both; each sees name and lab of the other, and nothing that was said within a lab", async () => {
    const { object, place } = await shared();
    const ada = await own(here.members.owner);
    const guest = await visitor(there.members.commenter, place);
    await comments.startThread(ada, {
      ...{ ...beginning, object, visibility: "lab", body: "Among us.", once: once() },
    });
    const { thread } = await comments.startThread(ada, {
      ...{ ...beginning, object, visibility: "shared", body: "To both.", once: once() },
    });
    const theirs = await comments.startThread(guest, {
      ...{ ...beginning, object, visibility: "lab", body: "From there.", once: once() },
    });
    const { comment } = await comments.reply(guest, { thread, body: "An answer.", once: once() });

    const seen = await comments.listThreads(guest, { object, limit: 10 });
    expect(texts(seen)).toEqual(["From there.", "To both."]);
    expect(seen).toMatchObject({ total: 2, mayWrite: true, otherLabs: ["lab-here"] });
    const [first, answer] = seen.threads.find(({ id }) => id === thread)!.comments;
    expect(first.author).toMatchObject({ name: "owner", lab: "lab-here" });
    expect(answer.author).toMatchObject({ name: "commenter", lab: null });

    const read = await comments.listThreads(ada, { object, limit: 10 });
    expect(texts(read)).toEqual(["Among us.", "From there.", "To both."]);
    expect(read.otherLabs).toEqual(["lab-there"]);
    expect(read.threads.find(({ id }) => id === theirs.thread)).toMatchObject({
      visibility: "shared",
      comments: [{ author: { name: "commenter", lab: "lab-there" } }],
    });

    const within = read.threads.find(({ visibility }) => visibility === "lab")!;
    for (const attempt of [
      () => comments.getThread(guest, { of: { thread: within.id } }),
      () => comments.reply(guest, { thread: within.id, body: "Me too.", once: once() }),
      () => comments.listHistory(guest, within.comments[0].id),
      () => comments.react(guest, { comment: within.comments[0].id, key: "agree", on: true }),
      () => comments.resolveThread(guest, within.id, true),
      () => comments.muteThread(guest, within.id, true),
    ])
      await expect(attempt()).rejects.toMatchObject(code("not-found"));
    // a person's own words are theirs, whoever owns the other lab
    const owner = await visitor(there.members.owner, place);
    await expect(comments.setDeleted(owner, comment, true)).rejects.toMatchObject(code("forbidden"));
    await expect(comments.setDeleted(owner, first.id, true)).rejects.toMatchObject(code("forbidden"));
    await comments.setDeleted(ada, comment, true);
  });

  it("names whom one may name: one's own lab, and of the other those who have spoken", async () => {
    const { object, place } = await shared();
    const ada = await own(here.members.owner);
    const guest = await visitor(there.members.commenter, place);
    const audience = { object, visibility: "shared" as const };
    const hints = (all: Awaited<ReturnType<typeof comments.listAudience>>) => all.map(({ hint }) => hint);
    expect(hints(await comments.listAudience(guest, audience))).not.toContain("lab-here");
    const { thread } = await comments.startThread(ada, {
      ...{ ...beginning, object, visibility: "shared", body: "Well?", once: once() },
    });
    const named = await comments.listAudience(guest, audience);
    expect(named).toContainEqual({ id: here.members.owner.id, name: "owner", hint: "lab-here" });
    expect(JSON.stringify(named)).not.toContain("@lab-here");
    expect(hints(await comments.listAudience(ada, { object, visibility: "lab" }))).not.toContain("lab-there");

    const body = `${mentionOf(here.members.owner.id)}, look`;
    const { comment } = await comments.reply(guest, { thread, body, once: once() });
    const items = await db().inboxItem.findMany({ where: { commentId: comment } });
    expect(items).toMatchObject([{ userId: here.members.owner.id, kind: "mention", labId: here.id }]);
    // they hear each other in the lab where each of them is
    const answer = await comments.reply(ada, { thread, body: "I look.", once: once() });
    expect(await db().inboxItem.findMany({ where: { commentId: answer.comment } })).toMatchObject([
      { userId: there.members.commenter.id, kind: "reply", labId: there.id },
    ]);
    const silent = `${mentionOf(here.members.editor.id)}, look`;
    await expect(comments.reply(guest, { thread, body: silent, once: once() })).rejects.toMatchObject(
      code("invalid"),
    );
  });

  it("stands in both logs: in one's own with one's name, in the other with the lab", async () => {
    const { object, place } = await shared();
    const guest = await visitor(there.members.commenter, place);
    await comments.startThread(guest, {
      ...{ ...beginning, object, visibility: "shared", body: "Hm.", once: once() },
    });
    const entries = await db().auditEntry.findMany({
      where: { objectId: object.id, action: "comment.begin" },
      orderBy: { id: "asc" },
    });
    expect(entries).toMatchObject([
      { labId: there.id, actorId: there.members.commenter.id, otherLabId: here.id },
      { labId: here.id, actorId: null, otherLabId: there.id },
    ]);
  });

  it("arrives live on both sides, and ends with the share or the membership", async () => {
    const experiment = (await makeExperiment(here)).id;
    const { id, place } = await shareWith(
      there,
      here,
      { kind: "experiment", id: experiment },
      { level: "comment" },
    );
    const [{ id: run }] = (await getExperiment(here.grant, experiment)).cells;
    const object: ObjectRef = { kind: "run", id: run };
    const open = async (user: CurrentUser, at: string) => {
      const stream = (await openStream(user, at, new AbortController().signal, 600_000)).getReader();
      await stream.read();
      return stream;
    };
    const next = async (stream: ReadableStreamDefaultReader<Uint8Array>) => {
      for (;;) {
        const { value, done } = await stream.read();
        if (done) return null;
        const text = new TextDecoder().decode(value);
        if (text.startsWith("data: ")) return JSON.parse(text.slice(6)) as unknown;
      }
    };
    const theirs = await open(there.members.commenter, place);
    const ada = await own(here.members.owner);
    const said = (visibility: "lab" | "shared") =>
      comments.startThread(ada, { ...beginning, object, visibility, body: "Hm.", once: once() });
    await said("lab");
    const { thread } = await said("shared");
    expect(await next(theirs)).toEqual({ kind: "thread", object, thread, shared: true });

    const leaving = await open(there.members.viewer, place);
    await removeMember(managerOf(there), there.members.viewer.id);
    expect(await next(leaving)).toBeNull();
    await revoke(managerOf(here), id);
    while ((await next(theirs)) !== null);
    await expect(visitor(there.members.commenter, place)).rejects.toMatchObject(code("not-found"));
    const answer = await comments.reply(ada, { thread, body: "Gone.", once: once() });
    expect(await db().inboxItem.count({ where: { commentId: answer.comment } })).toBe(0);
  });
});

it("shared for reading lets nobody write, and shows what is said to both", async () => {
  const { id, object, place } = await shared("read");
  const ada = await own(here.members.owner);
  await comments.startThread(ada, {
    ...{ ...beginning, object, visibility: "shared", body: "To read.", once: once() },
  });
  const reader = await enterPlace(there.members.commenter.id, place, "comment:read");
  const seen = await comments.listThreads(reader, { object, limit: 10 });
  expect(texts(seen)).toEqual(["To read."]);
  expect(seen.mayWrite).toBe(false);
  await expect(visitor(there.members.commenter, place)).rejects.toMatchObject(code("forbidden"));
  await changeTerms(managerOf(here), { id, ...readingOnly, level: "comment" });
  expect(await visitor(there.members.commenter, place)).toMatchObject({ mayComment: true });
});
