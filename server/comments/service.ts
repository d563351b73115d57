import type { z } from "zod";
import {
  type Audience,
  type commentHistoryView,
  type editInput,
  type reactInput,
  longestThread,
  mentionsIn,
  type replyInput,
  type ThreadAlone,
  type threadInput,
  type threadStartInput,
  type threadsInput,
  type ThreadsView,
  type ThreadView,
} from "../../contracts/comment";
import { type FoundObject, objectKey, type ObjectRef } from "../../contracts/object";
import type { LabGrant } from "../access/grant";
import { systemGrant } from "../access/grant";
import { may } from "../access/permissions";
import { notFound, Problem } from "../errors";
import { authorNames, listMembers } from "../labs/service";
import { resolveObject, resolveObjects } from "../objects/service";
import { checkedMentions } from "./mentions";
import { stateOf, stateSeen } from "./state";
import * as store from "./store";
import { peopleIn, threadView } from "./view";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/** Comments of a thread that come with a list of threads, beside its first. */
const tail = 20;

/** Throws not-found for an object that is not the grant's to read. */
export async function listThreads(
  grant: LabGrant,
  { object, limit }: Without<typeof threadsInput>,
): Promise<ThreadsView> {
  await resolveObject(grant, object);
  const [rows, counts, now] = await Promise.all([
    store.listThreads(grant, object, limit),
    store.countThreads(grant, object),
    stateOf(grant, object),
  ]);
  const { threads, people } = await views(grant, rows, tail);
  return { threads, people, ...counts, now, mayWrite: may(grant.role, "comment:create") };
}

/** A thread with all it holds. Throws not-found. */
export async function getThread(grant: LabGrant, { of }: Without<typeof threadInput>): Promise<ThreadAlone> {
  const { row } = "thread" in of ? await thread(grant, of.thread) : await comment(grant, of.comment);
  const { threads, people } = await views(grant, [row], null);
  return { object: objectOf(row), thread: threads[0], people };
}

/** Begins a thread with its first comment. Throws invalid for a mention of somebody who cannot see the object. */
export async function startThread(
  grant: LabGrant,
  { object, anchor, shown, visibility, body, once }: Without<typeof threadStartInput>,
) {
  const about = aboutOf(await resolveObject(grant, object));
  const mentions = checkedMentions(body, await audienceOf(grant));
  const seen = await stateSeen(grant, object, shown);
  const first = { body, once, mentions };
  return (
    (await store.insertThread(grant, { about, anchor, seen, visibility }, first)) ?? sentBefore(grant, once)
  );
}

export async function reply(grant: LabGrant, { thread: id, body, once }: Without<typeof replyInput>) {
  const { target } = await thread(grant, id);
  const mentions = checkedMentions(body, await audienceOf(grant));
  if ((await store.countComments(grant, id)) >= longestThread)
    throw new Problem("refused", `This thread holds ${longestThread} comments, and takes no more.`, {
      where: "thread",
      next: "Begin another one at the same place.",
    });
  return (await store.insertComment(grant, target, { body, once, mentions })) ?? sentBefore(grant, once);
}

/** Only its author; the earlier text is kept. */
export async function editComment(grant: LabGrant, { comment: id, body }: Without<typeof editInput>) {
  const { found, target } = await comment(grant, id);
  if (found.authorId !== grant.userId || found.deletedAt !== null) throw notYours("change");
  const mentions = checkedMentions(body, await audienceOf(grant), mentionsIn(found.body));
  await store.editComment(grant, target, id, { body, mentions });
  return { thread: target.id, comment: id };
}

/** Its author, and who manages the lab; for an hour the same people may take it back. */
export async function setDeleted(grant: LabGrant, id: string, deleted: boolean) {
  const { found, target } = await comment(grant, id);
  if (found.authorId !== grant.userId && !may(grant.role, "comment:moderate")) throw notYours("delete");
  if (!(await store.setDeleted(grant, target, id, deleted)))
    throw new Problem("refused", "The text of this comment is forgotten.", {
      where: "comment",
      next: "Write it again.",
    });
  return { thread: target.id, comment: id };
}

export async function listHistory(grant: LabGrant, id: string): Promise<z.infer<typeof commentHistoryView>> {
  const { found } = await comment(grant, id);
  if (found.deletedAt !== null) return { texts: [], people: {} };
  return { texts: await store.listEdits(grant, id), people: peopleIn([found]) };
}

export async function react(grant: LabGrant, { comment: id, key, on }: Without<typeof reactInput>) {
  const { found, target } = await comment(grant, id);
  if (found.deletedAt !== null) throw notFound("comment", id);
  await store.setReaction(grant, target, id, { key, on });
  return { thread: target.id, comment: id };
}

export async function resolveThread(grant: LabGrant, id: string, resolved: boolean) {
  await store.setResolved(grant, (await thread(grant, id)).target, resolved);
  return { thread: id };
}

export async function muteThread(grant: LabGrant, id: string, muted: boolean) {
  await thread(grant, id);
  await store.setMuted(grant, id, muted);
  return { thread: id };
}

/** Who can see the object, by name. Throws not-found. */
export async function listAudience(grant: LabGrant, object: ObjectRef): Promise<Audience> {
  await resolveObject(grant, object);
  return audienceOf(grant);
}

async function audienceOf(grant: LabGrant): Promise<Audience> {
  const members = await listMembers(grant);
  return members
    .map(({ userId, name, email }) => ({ id: userId, name, hint: email }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** For the worker: what was deleted is kept for an hour, and then only as a stub. */
export const forgetDeleted = (): Promise<number> =>
  store.forgetTexts(systemGrant("worker: deleted comments"));

async function views(
  grant: LabGrant,
  rows: readonly store.ThreadRow[],
  last: number | null,
): Promise<{ threads: ThreadView[]; people: Record<string, string> }> {
  const ids = rows.map(({ id }) => id);
  const [{ comments, counts }, muted, resolvers] = await Promise.all([
    store.listComments(grant, ids, last),
    store.listMuted(grant, ids),
    authorNames(
      grant,
      rows.map(({ resolvedById }) => resolvedById),
    ),
  ]);
  const threads = rows.map((row) =>
    threadView(row, {
      comments: comments.filter(({ threadId }) => threadId === row.id),
      count: counts.get(row.id) ?? 0,
      muted: muted.get(row.id) ?? null,
      resolvedBy: resolvers(row.resolvedById),
      reader: grant,
    }),
  );
  return { threads, people: peopleIn(comments) };
}

const objectOf = ({ objectKind, objectId }: store.ThreadRow) =>
  ({ kind: objectKind, id: objectId }) as ObjectRef;

const aboutOf = ({ ref, name }: FoundObject): store.About => ({ ...ref, name });

/** Throws not-found, also where the thread is there and its object is not the grant's to read. */
async function thread(grant: LabGrant, id: string) {
  const row = await store.findThread(grant, id);
  if (!row) throw notFound("thread", id);
  return { row, target: await targetOf(grant, row, notFound("thread", id)) };
}

async function comment(grant: LabGrant, id: string) {
  const found = await store.findComment(grant, id);
  if (!found) throw notFound("comment", id);
  const row = found.thread;
  return { found, row, target: await targetOf(grant, row, notFound("comment", id)) };
}

async function targetOf(grant: LabGrant, row: store.ThreadRow, missing: Problem): Promise<store.Target> {
  const found = (await resolveObjects(grant, [objectOf(row)])).get(objectKey(objectOf(row)));
  if (!found) throw missing;
  return { id: row.id, about: aboutOf(found) };
}

/** Names are unique per author: two answers to one deed are the same answer. */
async function sentBefore(grant: LabGrant, once: string) {
  const sent = await store.findSent(grant, once);
  if (!sent) throw new Problem("unavailable", "The comment could not be written.", { where: "comment" });
  return { thread: sent.threadId, comment: sent.id };
}

const notYours = (deed: "change" | "delete") =>
  new Problem("forbidden", `Only who wrote a comment may ${deed} it.`, {
    where: "comment",
    next: "Answer it instead.",
  });
