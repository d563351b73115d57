import type { InboxKind } from "../../contracts/inbox";
import type { Prisma } from "../../prisma/generated/client";
import type { UserGrant } from "../access/grant";
import { db } from "../db";
import { publishTo } from "../jobs/live";

const item = {
  id: true,
  labId: true,
  kind: true,
  objectKind: true,
  objectId: true,
  threadId: true,
  commentId: true,
  createdAt: true,
  readAt: true,
  lab: { select: { name: true, slug: true } },
  actor: { select: { name: true } },
  thread: { select: { labId: true } },
  invitationId: true,
} as const satisfies Prisma.InboxItemSelect;
export type ItemRow = Prisma.InboxItemGetPayload<{ select: typeof item }>;

/** What a person may still see: of labs they are in, and invitations to others. */
const own = ({ userId }: UserGrant): Prisma.InboxItemWhereInput => ({
  userId,
  OR: [{ lab: { memberships: { some: { userId } } } }, { kind: "invitation" }],
});

export interface ItemFilter {
  readonly kind?: InboxKind | null;
  readonly unread: boolean;
}
const like = ({ kind, unread }: ItemFilter): Prisma.InboxItemWhereInput => ({
  ...(kind ? { kind } : {}),
  ...(unread ? { readAt: null } : {}),
});

/** Newest first, after this one. */
export const listItems = (
  grant: UserGrant,
  filter: ItemFilter,
  after: { readonly at: Date; readonly id: string } | null,
  limit: number,
): Promise<ItemRow[]> =>
  db().inboxItem.findMany({
    where: {
      AND: [
        own(grant),
        like(filter),
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    select: item,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: limit,
  });

export const findItems = (grant: UserGrant, ids: readonly string[]): Promise<ItemRow[]> =>
  db().inboxItem.findMany({
    where: { AND: [own(grant), { id: { in: [...ids] } }] },
    select: item,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });

export const countUnread = (grant: UserGrant): Promise<number> =>
  db().inboxItem.count({ where: { AND: [own(grant), { readAt: null }] } });

/** Those of the threads that the person takes part in, with whether they hear of them. */
export async function listMuted({ userId }: UserGrant, threads: readonly string[]) {
  const rows = await db().threadSubscription.findMany({
    where: { userId, threadId: { in: [...threads] } },
    select: { threadId: true, muted: true },
  });
  return new Map(rows.map(({ threadId, muted }) => [threadId, muted]));
}

/** What is as it should be already keeps its date. */
export const setRead = (grant: UserGrant, ids: readonly string[], read: boolean): Promise<void> =>
  change(grant, { id: { in: [...ids] } }, read);

export const setMet = (grant: UserGrant, commentId: string): Promise<void> =>
  change(grant, { commentId }, true);

const change = ({ userId }: UserGrant, which: Prisma.InboxItemWhereInput, read: boolean): Promise<void> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.inboxItem.updateMany({
      where: { AND: [which, { userId, readAt: read ? null : { not: null } }] },
      data: { readAt: read ? new Date() : null },
    });
    if (count > 0) await publishTo(tx, userId, { kind: "inbox" });
  });

/** All unread ones at one moment, by which they are found again. */
export const readAll = (grant: UserGrant, kind: InboxKind | null, at: Date): Promise<number> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.inboxItem.updateMany({
      where: { AND: [own(grant), like({ kind, unread: true })] },
      data: { readAt: at },
    });
    if (count > 0) await publishTo(tx, grant.userId, { kind: "inbox" });
    return count;
  });

export const unreadAll = ({ userId }: UserGrant, at: Date): Promise<void> =>
  db().$transaction(async (tx) => {
    await tx.inboxItem.updateMany({ where: { userId, readAt: at }, data: { readAt: null } });
    await publishTo(tx, userId, { kind: "inbox" });
  });
