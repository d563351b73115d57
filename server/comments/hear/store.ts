import type { Visibility } from "../../../contracts/comment";
import type { ObjectRef } from "../../../contracts/object";
import type { Prisma } from "../../../prisma/generated/client";
import type { Visitor } from "../../access/grant";
import { deliver } from "../../inbox/deliver/service";
import { publish } from "../../jobs/live";

/** Who hears of what is said. */

type Tx = Prisma.TransactionClient;
interface Conversation {
  readonly id: string;
  readonly about: ObjectRef;
  readonly visibility: Visibility;
  /** Labs whose members read it, the object's own first. */
  readonly labs: readonly string[];
}

export const subscribe = (_grant: Visitor, tx: Tx, to: Conversation, users: readonly string[]) =>
  tx.threadSubscription.createMany({
    data: users.map((userId) => ({ threadId: to.id, userId })),
    skipDuplicates: true,
  });

/** Somebody who is named hears of it even where they muted the thread: they were asked. */
export async function mention(
  grant: Visitor,
  tx: Tx,
  to: Conversation,
  commentId: string,
  users: readonly string[],
): Promise<void> {
  await tx.mention.createMany({ data: users.map((userId) => ({ commentId, userId })), skipDuplicates: true });
  const hearers = users.filter((userId) => userId !== grant.userId);
  await tell(tx, grant, to, { commentId, kind: "mention", hearers });
}

/** Whoever takes part and was not named. */
export async function tellOthers(
  grant: Visitor,
  tx: Tx,
  to: Conversation,
  commentId: string,
  named: readonly string[],
): Promise<void> {
  const others = await tx.threadSubscription.findMany({
    where: { threadId: to.id, muted: false, userId: { notIn: [grant.userId, ...named] } },
    select: { userId: true },
  });
  const hearers = others.map(({ userId }) => userId);
  await tell(tx, grant, to, { commentId, kind: "reply", hearers });
}

/** Who has left every lab that reads it does not hear what is said after; the others meet it in the first that they are in. */
async function tell(
  tx: Tx,
  grant: Visitor,
  { id: threadId, about: { kind, id }, labs }: Conversation,
  { hearers, ...of }: { commentId: string; kind: "mention" | "reply"; hearers: readonly string[] },
): Promise<void> {
  const members = await tx.membership.findMany({
    where: { labId: { in: [...labs] }, userId: { in: [...hearers] } },
    select: { userId: true, labId: true },
  });
  const cause = `comment:${of.commentId}`;
  const deliveries = [...new Set(members.map(({ userId }) => userId))].map((userId) => {
    const own = members.filter((one) => one.userId === userId).map(({ labId }) => labId);
    const labId = labs.find((lab) => own.includes(lab))!;
    return { ...of, userId, labId, cause, threadId, actorId: grant.userId, object: { kind, id } };
  });
  await deliver(grant, tx, deliveries);
}

export const changed = (
  { labId }: Visitor,
  tx: Tx,
  { id, about: { kind, id: object }, visibility }: Conversation,
) =>
  publish(tx, labId, {
    ...{ kind: "thread", object: { kind, id: object }, thread: id },
    shared: visibility === "shared",
  });
