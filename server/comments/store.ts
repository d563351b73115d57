import type { Anchor, ObjectState, ReactionKey, Visibility } from "../../contracts/comment";
import type { AuditObject } from "../../contracts/audit";
import type { ObjectKind, ObjectRef } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab, LabGrant, SystemGrant } from "../access/grant";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { deliver } from "../inbox/deliver/service";
import { publish } from "../jobs/live";

const comment = {
  id: true,
  threadId: true,
  authorId: true,
  author: { select: { id: true, name: true } },
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

/** Open ones before resolved ones, each newest first. */
export const listThreads = ({ labId }: InLab, object: ObjectRef, limit: number): Promise<ThreadRow[]> =>
  db().thread.findMany({
    where: { labId, ...about(object), ...alive },
    select: thread,
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "asc" }],
    take: limit,
  });

export async function countThreads({ labId }: InLab, object: ObjectRef) {
  const where = { labId, ...about(object), ...alive };
  const [open, total] = await Promise.all([
    db().thread.count({ where: { ...where, resolvedAt: null } }),
    db().thread.count({ where }),
  ]);
  return { open, total };
}

export const findThread = ({ labId }: InLab, id: string): Promise<ThreadRow | null> =>
  db().thread.findFirst({ where: { labId, id, ...alive }, select: thread });

/** Comments of these threads in their order: of each its first and its last `tail`, all of them when that is null. */
export async function listComments(
  { labId }: InLab,
  threads: readonly string[],
  tail: number | null,
): Promise<{ comments: CommentRow[]; counts: Map<string, number> }> {
  const places = await db().$queryRaw<{ id: string; threadId: string; count: number }[]>`
    SELECT id, "threadId", count FROM (
      SELECT c.id, c."threadId", count(*) OVER each::int AS count,
        row_number() OVER (each ORDER BY c."createdAt", c.id) AS place
      FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId" AND t."labId" = ${labId}
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
export async function listMuted(
  { labId, userId }: InLab,
  threads: readonly string[],
): Promise<Map<string, boolean>> {
  if (userId === null) return new Map();
  const rows = await db().threadSubscription.findMany({
    where: { userId, threadId: { in: [...threads] }, thread: { labId } },
    select: { threadId: true, muted: true },
  });
  return new Map(rows.map(({ threadId, muted }) => [threadId, muted]));
}

/** A comment with its thread; also a deleted one. */
export const findComment = ({ labId }: InLab, id: string) =>
  db().comment.findFirst({
    where: { id, thread: { labId } },
    select: { ...comment, thread: { select: thread } },
  });
export type FoundComment = NonNullable<Awaited<ReturnType<typeof findComment>>>;

/** What this browser sent before under the same name. */
export const findSent = ({ userId }: LabGrant, once: string) =>
  db().comment.findUnique({
    where: { authorId_once: { authorId: userId, once } },
    select: { id: true, threadId: true },
  });

export const listEdits = ({ labId }: InLab, commentId: string) =>
  db().commentEdit.findMany({
    where: { commentId, comment: { thread: { labId } } },
    select: { body: true, until: true },
    orderBy: [{ until: "desc" }, { id: "desc" }],
  });

/** What a conversation is about, by the name it has now. */
export type About = AuditObject & { readonly kind: ObjectKind };
/** A conversation that is there. */
export interface Target {
  readonly id: string;
  readonly about: About;
}

export interface NewThread {
  readonly about: About;
  readonly anchor: Anchor;
  readonly seen: ObjectState;
  readonly visibility: Visibility;
}
export interface NewComment {
  readonly body: string;
  readonly once: string;
  /** Checked: each of them can see the object. */
  readonly mentions: readonly string[];
}

/** Null when the same was written before: `findSent` gives it. */
export const insertThread = (grant: LabGrant, { about: of, ...data }: NewThread, first: NewComment) =>
  unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id } = await tx.thread.create({
        data: { ...data, labId: grant.labId, ...about(of) },
        select: { id: true },
      });
      const made = await write(tx, grant, { id, about: of }, first);
      await audit(tx, grant, "comment.begin", of, made);
      return made;
    }),
  );

/** Null when the same was written before: `findSent` gives it. */
export const insertComment = (grant: LabGrant, to: Target, next: NewComment) =>
  unlessTaken(() =>
    db().$transaction(async (tx) => {
      const made = await write(tx, grant, to, next);
      await audit(tx, grant, "comment.reply", to.about, made);
      return made;
    }),
  );

export const countComments = ({ labId }: InLab, threadId: string): Promise<number> =>
  db().comment.count({ where: { threadId, thread: { labId } } });

type Tx = Prisma.TransactionClient;

async function write(tx: Tx, grant: LabGrant, to: Target, { mentions, ...text }: NewComment) {
  const { labId, userId } = grant;
  const { id } = await tx.comment.create({
    data: { ...text, threadId: to.id, authorId: userId, fromLabId: labId },
    select: { id: true },
  });
  await subscribe(tx, to.id, [userId, ...mentions]);
  await mention(tx, grant, to, id, mentions);
  const others = await tx.threadSubscription.findMany({
    where: { threadId: to.id, muted: false, userId: { notIn: [userId, ...mentions] } },
    select: { userId: true },
  });
  const hearers = others.map((other) => other.userId);
  await tell(tx, grant, to, { commentId: id, kind: "reply", hearers });
  await changed(tx, grant, to);
  return { thread: to.id, comment: id };
}

/** Somebody who is named hears of it even where they muted the thread: they were asked. */
async function mention(
  tx: Tx,
  grant: LabGrant,
  to: Target,
  commentId: string,
  users: readonly string[],
): Promise<void> {
  await tx.mention.createMany({ data: users.map((userId) => ({ commentId, userId })), skipDuplicates: true });
  const hearers = users.filter((userId) => userId !== grant.userId);
  await tell(tx, grant, to, { commentId, kind: "mention", hearers });
}

const subscribe = (tx: Tx, threadId: string, users: readonly string[]) =>
  tx.threadSubscription.createMany({
    data: users.map((userId) => ({ threadId, userId })),
    skipDuplicates: true,
  });

/** Who has left the lab does not hear what is said after. */
async function tell(
  tx: Tx,
  grant: LabGrant,
  { id: threadId, about: { kind, id } }: Target,
  { hearers, ...of }: { commentId: string; kind: "mention" | "reply"; hearers: readonly string[] },
): Promise<void> {
  const { labId, userId: actorId } = grant;
  const members = await tx.membership.findMany({
    where: { labId, userId: { in: [...hearers] } },
    select: { userId: true },
  });
  const cause = `comment:${of.commentId}`;
  await deliver(
    grant,
    tx,
    members.map(({ userId }) => ({
      ...of,
      ...{ userId, labId, cause, threadId, actorId, object: { kind, id } },
    })),
  );
}

const changed = (tx: Tx, { labId }: InLab, { id, about: { kind, id: object } }: Target) =>
  publish(tx, labId, { kind: "thread", object: { kind, id: object }, thread: id });

/** Replaces the text and keeps the one before. */
export const editComment = (
  grant: LabGrant,
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
    await subscribe(tx, of.id, mentions);
    await mention(tx, grant, of, id, mentions);
    await audit(tx, grant, "comment.edit", of.about, { thread: of.id, comment: id });
    await changed(tx, grant, of);
  });

/** @returns false when there is nothing to bring back: the text is forgotten. */
export const setDeleted = (grant: InLab, of: Target, id: string, deleted: boolean): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id, thread: { labId: grant.labId }, NOT: { body: "" } },
      data: { deletedAt: deleted ? new Date() : null },
    });
    if (count === 0) return deleted;
    const action = deleted ? "comment.delete" : "comment.restore";
    await audit(tx, grant, action, of.about, { thread: of.id, comment: id });
    await changed(tx, grant, of);
    return true;
  });

export const setReaction = (
  grant: LabGrant,
  of: Target,
  id: string,
  { key, on }: { key: ReactionKey; on: boolean },
): Promise<void> =>
  db().$transaction(async (tx) => {
    const one = { commentId: id, userId: grant.userId, key };
    const { count } = on
      ? await tx.reaction.createMany({ data: [one], skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: one });
    if (count > 0) await changed(tx, grant, of);
  });

/** One that is resolved already keeps its first date. */
export const setResolved = (grant: InLab, of: Target, resolved: boolean): Promise<void> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id: of.id, labId: grant.labId, resolvedAt: resolved ? null : { not: null } },
      data: resolved
        ? { resolvedAt: new Date(), resolvedById: grant.userId }
        : { resolvedAt: null, resolvedById: null },
    });
    if (count === 0) return;
    await audit(tx, grant, resolved ? "comment.resolve" : "comment.reopen", of.about, { thread: of.id });
    await changed(tx, grant, of);
  });

/** Only who takes part can stop hearing. */
export async function setMuted({ labId, userId }: LabGrant, threadId: string, muted: boolean): Promise<void> {
  await db().threadSubscription.updateMany({
    where: { threadId, userId, thread: { labId } },
    data: { muted },
  });
}

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
