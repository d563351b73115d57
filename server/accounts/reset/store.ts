import type { LabGrant, PublicGrant, SystemGrant } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { enqueue } from "../../jobs/enqueue";
import { recheck } from "../../jobs/live";

/** Before all runs: somebody waits. */
const priority = -100;

/** Writes down that somebody asked, and queues the look at whether they have an account. */
export async function insertRequest(_grant: PublicGrant, email: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id } = await tx.resetRequest.create({ data: { email }, select: { id: true } });
    await enqueue(tx, [{ name: "answer-reset", payload: { requestId: id }, key: `reset:${id}`, priority }]);
  });
}

/** The account that a request is about: null when it has none, undefined when the request was answered already. */
export async function findRequested(_grant: SystemGrant, requestId: string) {
  const request = await db().resetRequest.findUnique({ where: { id: requestId } });
  if (!request) return undefined;
  return db().user.findUnique({
    where: { email: request.email, deletedAt: null },
    select: { id: true, email: true, name: true },
  });
}

export async function deleteRequest(_grant: SystemGrant, requestId: string): Promise<void> {
  await db().resetRequest.deleteMany({ where: { id: requestId } });
}

export interface NewLink {
  readonly userId: string;
  readonly tokenHash: string;
  /** Where it is mailed to; null when it is shown. */
  readonly email: string | null;
  readonly expiresAt: Date;
}

export async function insertLink(_grant: SystemGrant, link: NewLink): Promise<void> {
  await db().accountLink.create({ data: { ...link, kind: "reset" }, select: { id: true } });
}

/** A link that an owner makes for a member; the lab's log knows it. */
export async function insertLinkByOwner(grant: LabGrant, link: NewLink): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.accountLink.create({ data: { ...link, kind: "reset" }, select: { id: true } });
    await audit(tx, grant, "member.reset", { kind: "member", id: link.userId, name: "" });
  });
}

/** Whose password a link may set; null when it counts no more. */
export async function findByLink(_grant: PublicGrant, tokenHash: string) {
  const link = await db().accountLink.findFirst({
    where: { tokenHash, kind: "reset", expiresAt: { gt: new Date() } },
    select: { user: { select: { name: true, email: true } } },
  });
  return link?.user ?? null;
}

/**
 * Uses a link up: sets the password, ends every session and every other link of the person. Gives the address of the
 * account; null, and nothing happens, when the link counts no more. Of two at once, one gets null.
 */
export async function resetByLink(
  _grant: PublicGrant,
  tokenHash: string,
  passwordHash: string,
): Promise<{ email: string } | null> {
  return db().$transaction(async (tx) => {
    const link = await tx.accountLink.findFirst({
      where: { tokenHash, kind: "reset", expiresAt: { gt: new Date() } },
      select: { id: true, userId: true, email: true, user: { select: { email: true } } },
    });
    if (!link || (await tx.accountLink.deleteMany({ where: { id: link.id } })).count === 0) return null;
    const { userId } = link;
    const { email } = link.user;
    await tx.user.update({
      where: { id: userId },
      // who could read the letter owns the address
      data: { passwordHash, ...(link.email === email ? { emailVerifiedAt: new Date() } : {}) },
    });
    await tx.accountLink.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId } });
    await recheck(tx, userId);
    return { email };
  });
}

/** A member with how far an account of theirs reaches beyond the labs that the asking person owns; null for a stranger. */
export async function findMember({ labId, userId: ownerId }: LabGrant, userId: string) {
  const membership = await db().membership.findUnique({
    where: { labId_userId: { labId, userId } },
    select: { user: { select: { name: true, email: true } } },
  });
  if (!membership) return null;
  const elsewhere = await db().membership.count({
    where: {
      userId,
      lab: { memberships: { none: { userId: ownerId, role: "owner" } } },
    },
  });
  return { ...membership.user, elsewhere };
}

export const findUserByEmail = (_grant: SystemGrant, email: string) =>
  db().user.findUnique({ where: { email, deletedAt: null }, select: { id: true, email: true, name: true } });

/** What nobody used in time. */
export async function deleteExpired(_grant: SystemGrant, requestsBefore: Date): Promise<void> {
  await db().accountLink.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  await db().resetRequest.deleteMany({ where: { createdAt: { lt: requestsBefore } } });
}
