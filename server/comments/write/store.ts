import type { AuditObject } from "../../../contracts/audit";
import type { Anchor, ObjectState, ReactionKey, Visibility } from "../../../contracts/comment";
import type { ObjectKind } from "../../../contracts/object";
import type { Prisma } from "../../../prisma/generated/client";
import { homeOf, type SystemGrant, type Visitor } from "../../access/grant";
import { auditVisit } from "../../audit/service";
import { db, unlessTaken } from "../../db";
import { changed, mention, subscribe, tellOthers } from "../hear/store";
import { visible } from "../store";

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
        data: { ...data, labId: grant.labId, objectKind: of.kind, objectId: of.id },
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
