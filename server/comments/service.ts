import type { z } from "zod";
import {
  type Audience,
  type audienceInput,
  type commentHistoryView,
  type editInput,
  type reactInput,
  longestThread,
  mostEdits,
  mentionsIn,
  type replyInput,
  splitMentions,
  type ThreadAlone,
  type threadInput,
  type threadStartInput,
  type threadsInput,
  type ThreadsView,
  type ThreadView,
} from "../../contracts/comment";
import { type FoundObject, objectKey, type ObjectRef } from "../../contracts/object";
import { atHome, homeOf, systemGrant, systemGrantIn, type Reader, type Visitor } from "../access/grant";
import { may } from "../access/permissions";
import { notFound, Problem } from "../errors";
import { authorNames, everyMember } from "../labs/service";
import { resolveObject, resolveObjects } from "../objects/service";
import { labsThatSee } from "../shares/service";
import { checkedMentions } from "./mentions";
import { stateOf, stateSeen } from "./state";
import * as store from "./store";
import * as writing from "./write/store";
import { peopleIn, threadView } from "./view";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/** Comments of a thread that come with a list of threads, beside its first. */
const tail = 20;

/** Throws not-found for an object that is not the grant's to read. */
export async function listThreads(
  grant: Visitor,
  { object, limit }: Without<typeof threadsInput>,
): Promise<ThreadsView> {
  await resolveObject(grant, object);
  const [rows, counts, now, labs] = await Promise.all([
    store.listThreads(grant, object, limit),
    store.countThreads(grant, object),
    stateOf(grant, object),
    labsOf(grant, object),
  ]);
  const { threads, people } = await views(grant, rows, tail);
  return {
    ...{ threads, people, ...counts, now },
    mayWrite: may(grant.role, "comment:create") && (grant.kind === "lab" || grant.mayComment),
    otherLabs: otherLabs(grant, labs),
  };
}

/** A thread with all it holds. Throws not-found. */
export async function getThread(grant: Visitor, { of }: Without<typeof threadInput>): Promise<ThreadAlone> {
  const { row } = "thread" in of ? await thread(grant, of.thread) : await comment(grant, of.comment);
  const { threads, people } = await views(grant, [row], null);
  return { object: objectOf(row), thread: threads[0], people };
}

/**
 * Begins a thread with its first comment; one by somebody of another lab is always read by both. Throws invalid for a
 * mention of somebody who cannot see the object.
 */
export async function startThread(
  grant: Visitor,
  { object, anchor, shown, visibility: wanted, body, once }: Without<typeof threadStartInput>,
) {
  const about = aboutOf(await resolveObject(grant, object));
  const visibility = grant.kind === "share" ? "shared" : wanted;
  const labs = await readersOf(grant, object, visibility);
  const mentions = checkedMentions(body, await audienceOf(grant, object, labs));
  const seen = await stateSeen(grant, object, shown);
  const first = { body, once, mentions };
  return (
    (await writing.insertThread(grant, { about, anchor, seen, visibility, labs }, first)) ??
    sentBefore(grant, once)
  );
}

export async function reply(grant: Visitor, { thread: id, body, once }: Without<typeof replyInput>) {
  const { target } = await thread(grant, id);
  const mentions = checkedMentions(body, await audienceOf(grant, target.about, target.labs));
  if ((await store.countComments(grant, id)) >= longestThread)
    throw new Problem("refused", `This thread holds ${longestThread} comments, and takes no more.`, {
      where: "thread",
      next: "Begin another one at the same place.",
    });
  return (await writing.insertComment(grant, target, { body, once, mentions })) ?? sentBefore(grant, once);
}

/** Only its author; the earlier text is kept. */
export async function editComment(grant: Visitor, { comment: id, body }: Without<typeof editInput>) {
  const { found, target } = await comment(grant, id);
  if (found.authorId !== grant.userId || found.deletedAt !== null) throw notYours("change");
  if ((await store.listEdits(grant, id)).length >= mostEdits)
    throw new Problem("refused", `This comment was rewritten ${mostEdits} times.`, {
      where: "comment",
      next: "Answer it with what is new.",
    });
  const audience = await audienceOf(grant, target.about, target.labs);
  const mentions = checkedMentions(body, audience, mentionsIn(found.body));
  await writing.editComment(grant, target, id, { body, mentions });
  return { thread: target.id, comment: id };
}

/** Its author, and who manages the object's lab; for an hour the same people may take it back. */
export async function setDeleted(grant: Visitor, id: string, deleted: boolean) {
  const { found, target } = await comment(grant, id);
  const moderates = grant.kind === "lab" && may(grant.role, "comment:moderate");
  if (found.authorId !== grant.userId && !moderates) throw notYours("delete");
  if (!(await writing.setDeleted(grant, target, id, deleted)))
    throw new Problem("refused", "The text of this comment is forgotten.", {
      where: "comment",
      next: "Write it again.",
    });
  return { thread: target.id, comment: id };
}

export async function listHistory(grant: Visitor, id: string): Promise<z.infer<typeof commentHistoryView>> {
  const { found } = await comment(grant, id);
  if (found.deletedAt !== null) return { texts: [], people: {} };
  return { texts: await store.listEdits(grant, id), people: peopleIn([found]) };
}

export async function react(grant: Visitor, { comment: id, key, on }: Without<typeof reactInput>) {
  const { found, target } = await comment(grant, id);
  if (found.deletedAt !== null) throw notFound("comment", id);
  await writing.setReaction(grant, target, id, { key, on });
  return { thread: target.id, comment: id };
}

export async function resolveThread(grant: Visitor, id: string, resolved: boolean) {
  await writing.setResolved(grant, (await thread(grant, id)).target, resolved);
  return { thread: id };
}

export async function muteThread(grant: Visitor, id: string, muted: boolean) {
  await thread(grant, id);
  await writing.setMuted(grant, id, muted);
  return { thread: id };
}

/** Who can see a thread about the object, by name. Throws not-found. */
export async function listAudience(
  grant: Visitor,
  { object, visibility }: Without<typeof audienceInput>,
): Promise<Audience> {
  await resolveObject(grant, object);
  return audienceOf(grant, object, await readersOf(grant, object, visibility));
}

const excerptLength = 240;

/** What these comments say, on one line and cut short, with names for mentions; those that are deleted are missing. */
export async function excerpts(grant: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await store.listTexts(grant, ids);
  return new Map(
    rows.map(({ id, body, mentions }) => {
      const names = new Map(mentions.map(({ user }) => [user.id, user.name]));
      const parts = splitMentions(body).map((part, index) =>
        index % 2 === 0 ? part : `@${names.get(part) ?? "somebody"}`,
      );
      const text = parts.join("").replace(/\s+/g, " ").trim();
      return [id, text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text];
    }),
  );
}

/** The person's own lab by name and address, and of the others those who have spoken already: nobody's members are listed to another lab. */
async function audienceOf(grant: Visitor, object: ObjectRef, labs: writing.Labs): Promise<Audience> {
  const [members, visitors] = await Promise.all([
    everyMember(atHome(grant)),
    labs.length > 1 ? store.listVisitors(grant, object, labs) : [],
  ]);
  const own = members.map(({ id, name, email }) => ({ id, name, hint: email }));
  const known = new Set(own.map(({ id }) => id));
  const others = visitors.flatMap(({ author, fromLab }) =>
    author && !known.has(author.id) ? [{ ...author, hint: fromLab?.name ?? "" }] : [],
  );
  return [...own, ...others].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** All labs that see the object, its own first. */
const labsOf = (grant: Visitor, object: ObjectRef) =>
  labsThatSee(systemGrantIn({ id: grant.labId, slug: grant.labSlug }, "comments: who reads them"), object);

async function readersOf(
  grant: Visitor,
  object: ObjectRef,
  visibility: ThreadView["visibility"],
): Promise<writing.Labs> {
  if (grant.kind === "lab" && visibility === "lab") return [grant.labId];
  return (await labsOf(grant, object)).map(({ id }) => id);
}

/** Of a lab that shares, a visitor hears its name alone: whom else it shares with is its own affair. */
const otherLabs = (grant: Visitor, labs: Awaited<ReturnType<typeof labsOf>>): string[] =>
  (grant.kind === "share" ? labs.slice(0, 1) : labs.slice(1)).map(({ name }) => name);

/** For the worker: what was deleted is kept for an hour, and then only as a stub. */
export const forgetDeleted = (): Promise<number> =>
  writing.forgetTexts(systemGrant("worker: deleted comments"));

async function views(
  grant: Visitor,
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
      reader: { userId: grant.userId, labId: homeOf(grant) },
    }),
  );
  return { threads, people: peopleIn(comments) };
}

const objectOf = ({ objectKind, objectId }: store.ThreadRow) =>
  ({ kind: objectKind, id: objectId }) as ObjectRef;

const aboutOf = ({ ref, name }: FoundObject): writing.About => ({ ...ref, name });

/** Throws not-found, also where the thread is there and its object is not the grant's to read. */
async function thread(grant: Visitor, id: string) {
  const row = await store.findThread(grant, id);
  if (!row) throw notFound("thread", id);
  return { row, target: await targetOf(grant, row, notFound("thread", id)) };
}

async function comment(grant: Visitor, id: string) {
  const found = await store.findComment(grant, id);
  if (!found) throw notFound("comment", id);
  const row = found.thread;
  return { found, row, target: await targetOf(grant, row, notFound("comment", id)) };
}

async function targetOf(grant: Visitor, row: store.ThreadRow, missing: Problem): Promise<writing.Target> {
  const found = (await resolveObjects(grant, [objectOf(row)])).get(objectKey(objectOf(row)));
  if (!found) throw missing;
  const labs = await readersOf(grant, objectOf(row), row.visibility);
  return { id: row.id, about: aboutOf(found), visibility: row.visibility, labs };
}

/** Names are unique per author: two answers to one deed are the same answer. */
async function sentBefore(grant: Visitor, once: string) {
  const sent = await store.findSent(grant, once);
  if (!sent) throw new Problem("unavailable", "The comment could not be written.", { where: "comment" });
  return { thread: sent.threadId, comment: sent.id };
}

const notYours = (deed: "change" | "delete") =>
  new Problem("forbidden", `Only who wrote a comment may ${deed} it.`, {
    where: "comment",
    next: "Answer it instead.",
  });
