import type { ObjectRef } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import { homeOf, type Reader, type Visitor } from "../access/grant";
import { db } from "../db";

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
export const visible = (grant: Reader) =>
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
    where: { id: { in: [...ids] }, deletedAt: null, thread: visible(grant) },
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

export const countComments = (grant: Reader, threadId: string): Promise<number> =>
  db().comment.count({ where: { threadId, thread: visible(grant) } });

/** Members of other labs who wrote where it is shared, about this object, and are still in one of these labs. */
export const listVisitors = (grant: Visitor, object: ObjectRef, labs: readonly string[]) =>
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
