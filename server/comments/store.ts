import type { Anchor, ObjectState, ReactionKey, Visibility } from "../../contracts/comment";
import type { AuditObject } from "../../contracts/audit";
import type { ObjectKind, ObjectRef } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import { homeOf, type Reader, type SystemGrant, type Visitor } from "../access/grant";
import { auditVisit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { changed, mention, subscribe, tellOthers } from "./hear/store";

const comment = {
  id: true,
  threadId: true,
  authorId: true,
  author: { select: { id: true, name: true } },
  statedAuthor: { select: { id: true, name: true } },
  fromLab: { select: { id: true, name: true } },
  body: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  reactions: {
    select: { key: true, userId: true, user: { select: { name: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  },
  mentions: { select: { user: { select: { id: true, name: true } } } },
} as const satisfies Prisma.CommentSelect;
export type CommentRow = Prisma.CommentGetPayload<{ select: typeof comment }>;

const thread = {
  id: true,
  objectKind: true,
  objectId: true,
  anchor: true,
  seen: true,
  visibility: true,
  createdAt: true,
  resolvedAt: true,
  resolvedById: true,
} as const satisfies Prisma.ThreadSelect;
export type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof thread }>;

/** A conversation in which everything was deleted is none. */
const alive = { comments: { some: { deletedAt: null } } } as const satisfies Prisma.ThreadWhereInput;
const about = ({ kind, id }: ObjectRef) => ({ objectKind: kind, objectId: id });

/** From another lab only what is shared is read. */
const visible = (grant: Reader) =>
  ({
    labId: grant.labId,
    ...(grant.kind === "share" && { visibility: "shared" }),
  }) satisfies Prisma.ThreadWhereInput;

/** Open ones before resolved ones, each newest first. */
export const listThreads = (grant: Reader, object: ObjectRef, limit: number): Promise<ThreadRow[]> =>
  db().thread.findMany({
    where: { ...visible(grant), ...about(object), ...alive },
    select: thread,
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "asc" }],
    take: limit,
  });

export async function countThreads(grant: Reader, object: ObjectRef) {
  const where = { ...visible(grant), ...about(object), ...alive };
  const [open, total] = await Promise.all([
    db().thread.count({ where: { ...where, resolvedAt: null } }),
    db().thread.count({ where }),
  ]);
  return { open, total };
}

export const findThread = (grant: Reader, id: string): Promise<ThreadRow | null> =>
  db().thread.findFirst({ where: { ...visible(grant), id, ...alive }, select: thread });

/** Comments of these threads in their order: of each its first and its last `tail`, all of them when that is null. */
export async function listComments(
  { labId, kind }: Reader,
  threads: readonly string[],
  tail: number | null,
): Promise<{ comments: CommentRow[]; counts: Map<string, number> }> {
  const places = await db().$queryRaw<{ id: string; threadId: string; count: number }[]>`
    SELECT id, "threadId", count FROM (
      SELECT c.id, c."threadId", count(*) OVER each::int AS count,
        row_number() OVER (each ORDER BY c."createdAt", c.id) AS place
      FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId" AND t."labId" = ${labId}
        AND (${kind !== "share"} OR t.visibility = 'shared')
      WHERE c."threadId" = ANY(${[...threads]}::text[])
      WINDOW each AS (PARTITION BY c."threadId")
    ) AS placed
    WHERE ${tail}::int IS NULL OR place = 1 OR place > count - ${tail}::int`;
  const comments = await db().comment.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    select: comment,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return { comments, counts: new Map(places.map(({ threadId, count }) => [threadId, count])) };
}

/** Whether the person hears of each of these threads; those they take no part in are missing. */
export async function listMuted(grant: Visitor, threads: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await db().threadSubscription.findMany({
    where: { userId: grant.userId, threadId: { in: [...threads] }, thread: visible(grant) },
    select: { threadId: true, muted: true },
  });
  return new Map(rows.map(({ threadId, muted }) => [threadId, muted]));
}

/** A comment with its thread; also a deleted one. */
export const findComment = (grant: Reader, id: string) =>
  db().comment.findFirst({
    where: { id, thread: visible(grant) },
    select: { ...comment, thread: { select: thread } },
  });
export type FoundComment = NonNullable<Awaited<ReturnType<typeof findComment>>>;

/** Of those asked, what is not deleted; a reader of another lab finds what was said to both. */
export const listTexts = (grant: Reader, ids: readonly string[]) =>
  db().comment.findMany({
    where: {
      id: { in: [...ids] },
      deletedAt: null,
      thread: { labId: grant.labId, ...(grant.kind === "share" ? { visibility: "shared" } : {}) },
    },
    select: { id: true, body: true, mentions: comment.mentions },
  });

/** What this browser sent before under the same name. */
export const findSent = ({ userId }: Visitor, once: string) =>
  db().comment.findUnique({
    where: { authorId_once: { authorId: userId, once } },
    select: { id: true, threadId: true },
  });

export const listEdits = (grant: Reader, commentId: string) =>
  db().commentEdit.findMany({
    where: { commentId, comment: { thread: visible(grant) } },
    select: { body: true, until: true },
    orderBy: [{ until: "desc" }, { id: "desc" }],
  });

/** What a conversation is about, by the name it has now. */
export type About = AuditObject & { readonly kind: ObjectKind };
/** Labs whose members read the conversation: of the object's lab first, then of those that it is shared with. */
export type Labs = readonly string[];
/** A conversation that is there. */
export interface Target {
  readonly id: string;
  readonly about: About;
  readonly visibility: Visibility;
  readonly labs: Labs;
}

export interface NewThread {
  readonly about: About;
  readonly anchor: Anchor;
  readonly seen: ObjectState;
  readonly visibility: Visibility;
  readonly labs: Labs;
}
export interface NewComment {
  readonly body: string;
  readonly once: string;
  /** Checked: each of them can see the object. */
  readonly mentions: readonly string[];
}

/** Null when the same was written before: `findSent` gives it. */
export const insertThread = (grant: Visitor, { about: of, labs, ...data }: NewThread, first: NewComment) =>
  unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id } = await tx.thread.create({
        data: { ...data, labId: grant.labId, ...about(of) },
        select: { id: true },
      });
      const made = await write(tx, grant, { id, about: of, labs, visibility: data.visibility }, first);
      await auditVisit(tx, grant, "comment.begin", of, made);
      return made;
    }),
  );

/** Null when the same was written before: `findSent` gives it. */
export const insertComment = (grant: Visitor, to: Target, next: NewComment) =>
  unlessTaken(() =>
    db().$transaction(async (tx) => {
      const made = await write(tx, grant, to, next);
      await auditVisit(tx, grant, "comment.reply", to.about, made);
      return made;
    }),
  );

export const countComments = (grant: Reader, threadId: string): Promise<number> =>
  db().comment.count({ where: { threadId, thread: visible(grant) } });

type Tx = Prisma.TransactionClient;

async function write(tx: Tx, grant: Visitor, to: Target, { mentions, ...text }: NewComment) {
  const { userId } = grant;
  const { id } = await tx.comment.create({
    data: { ...text, threadId: to.id, authorId: userId, fromLabId: homeOf(grant) },
    select: { id: true },
  });
  await subscribe(grant, tx, to, [userId, ...mentions]);
  await mention(grant, tx, to, id, mentions);
  await tellOthers(grant, tx, to, id, mentions);
  await changed(grant, tx, to);
  return { thread: to.id, comment: id };
}

/** Replaces the text and keeps the one before. */
export const editComment = (
  grant: Visitor,
  of: Target,
  id: string,
  { body, mentions }: Pick<NewComment, "body" | "mentions">,
): Promise<void> =>
  db().$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ body: string }[]>`
      SELECT body FROM "Comment" WHERE id = ${id} AND "deletedAt" IS NULL FOR UPDATE`;
    if (!before || before.body === body) return;
    await tx.commentEdit.create({ data: { commentId: id, body: before.body } });
    await tx.comment.update({ where: { id }, data: { body, editedAt: new Date() } });
    await tx.mention.deleteMany({ where: { commentId: id, userId: { notIn: [...mentions] } } });
    await subscribe(grant, tx, of, mentions);
    await mention(grant, tx, of, id, mentions);
    await auditVisit(tx, grant, "comment.edit", of.about, { thread: of.id, comment: id });
    await changed(grant, tx, of);
  });

/** @returns false when there is nothing to bring back: the text is forgotten. */
export const setDeleted = (grant: Visitor, of: Target, id: string, deleted: boolean): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id, thread: visible(grant), NOT: { body: "" } },
      data: { deletedAt: deleted ? new Date() : null },
    });
    if (count === 0) return deleted;
    const action = deleted ? "comment.delete" : "comment.restore";
    await auditVisit(tx, grant, action, of.about, { thread: of.id, comment: id });
    await changed(grant, tx, of);
    return true;
  });

export const setReaction = (
  grant: Visitor,
  of: Target,
  id: string,
  { key, on }: { key: ReactionKey; on: boolean },
): Promise<void> =>
  db().$transaction(async (tx) => {
    const one = { commentId: id, userId: grant.userId, key };
    const { count } = on
      ? await tx.reaction.createMany({ data: [one], skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: one });
    if (count > 0) await changed(grant, tx, of);
  });

/** One that is resolved already keeps its first date. */
export const setResolved = (grant: Visitor, of: Target, resolved: boolean): Promise<void> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id: of.id, ...visible(grant), resolvedAt: resolved ? null : { not: null } },
      data: resolved
        ? { resolvedAt: new Date(), resolvedById: grant.userId }
        : { resolvedAt: null, resolvedById: null },
    });
    if (count === 0) return;
    await auditVisit(tx, grant, resolved ? "comment.resolve" : "comment.reopen", of.about, { thread: of.id });
    await changed(grant, tx, of);
  });

/** Only who takes part can stop hearing. */
export async function setMuted(grant: Visitor, threadId: string, muted: boolean): Promise<void> {
  await db().threadSubscription.updateMany({
    where: { threadId, userId: grant.userId, thread: visible(grant) },
    data: { muted },
  });
}

/** Members of other labs who wrote where it is shared, about this object, and are still in one of these labs. */
export const listVisitors = (grant: Visitor, object: ObjectRef, labs: Labs) =>
  db().comment.findMany({
    where: {
      thread: { labId: grant.labId, visibility: "shared", ...about(object) },
      deletedAt: null,
      fromLabId: { in: labs.filter((id) => id !== homeOf(grant)) },
      author: { memberships: { some: { labId: { in: [...labs] } } } },
    },
    select: { author: { select: { id: true, name: true } }, fromLab: { select: { name: true } } },
    distinct: ["authorId"],
    take: 200,
  });

const keptMs = 60 * 60 * 1000;

/** Forgets the texts of comments that were deleted an hour ago. Gives how many. */
export const forgetTexts = (_grant: SystemGrant): Promise<number> =>
  db().$transaction(async (tx) => {
    const late = await tx.comment.findMany({
      where: { deletedAt: { lt: new Date(Date.now() - keptMs) }, NOT: { body: "" } },
      select: { id: true },
      take: 1000,
    });
    const ids = late.map(({ id }) => id);
    await tx.commentEdit.deleteMany({ where: { commentId: { in: ids } } });
    await tx.mention.deleteMany({ where: { commentId: { in: ids } } });
    return (await tx.comment.updateMany({ where: { id: { in: ids } }, data: { body: "" } })).count;
  });
