import type { PrismaClient } from "../../../prisma/generated/client";
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
type Tx = Pick<PrismaClient, "membership">;

export async function insertLink(_grant: SystemGrant, link: NewLink): Promise<void> {
  await db().accountLink.create({ data: { ...link, kind: "reset" }, select: { id: true } });
}

/** A link that an owner makes for a member; the lab's log knows it. */
export async function insertLinkByOwner(grant: LabGrant, link: NewLink): Promise<void> {
  await db().$transaction(async (tx) => {
    const data = { ...link, kind: "reset" as const, madeById: grant.userId };
    await tx.accountLink.create({ data, select: { id: true } });
    await audit(tx, grant, "member.reset", { kind: "member", id: link.userId, name: "" });
  });
}

/**
 * How far an account reaches beyond the labs that another person owns: 0 where it reaches nowhere else, null where the two
 * have no lab in common that the other owns.
 */
async function reachBeyond(tx: Tx, userId: string, ownerId: string): Promise<number | null> {
  const ownedBy = { memberships: { some: { userId: ownerId, role: "owner" as const } } };
  const inside = await tx.membership.count({ where: { userId, lab: ownedBy } });
  return inside === 0 ? null : tx.membership.count({ where: { userId, lab: { NOT: ownedBy } } });
}

const counts = (tokenHash: string) => ({ tokenHash, kind: "reset", expiresAt: { gt: new Date() } }) as const;
/** What an owner made counts only while the account reaches no further than that owner does. */
const stillMay = async (tx: Tx, link: { userId: string; madeById: string | null }) =>
  link.madeById === null || (await reachBeyond(tx, link.userId, link.madeById)) === 0;

/** Whose password a link may set; null when it counts no more. */
export async function findByLink(_grant: PublicGrant, tokenHash: string) {
  const link = await db().accountLink.findFirst({
    where: counts(tokenHash),
    select: { userId: true, madeById: true, user: { select: { name: true, email: true } } },
  });
  return link && (await stillMay(db(), link)) ? link.user : null;
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
      where: counts(tokenHash),
      select: {
        ...{ id: true, userId: true, email: true, madeById: true },
        user: { select: { email: true, emailVerifiedAt: true } },
      },
    });
    if (!link || !(await stillMay(tx, link))) return null;
    if ((await tx.accountLink.deleteMany({ where: { id: link.id } })).count === 0) return null;
    const { userId } = link;
    const { email, emailVerifiedAt } = link.user;
    // who could read the letter owns the address
    const verifies = link.email === email;
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, ...(verifies ? { emailVerifiedAt: new Date() } : {}) },
      select: { id: true },
    });
    // whoever made the account with an address that was not theirs must not keep a door of their own
    if (verifies && emailVerifiedAt === null) await tx.identity.deleteMany({ where: { userId } });
    await tx.accountLink.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId } });
    await recheck(tx, userId);
    return { email };
  });
}

/** A member with how far their account reaches beyond the labs that the asking person owns; null for a stranger. */
export async function findMember({ labId, userId: ownerId }: LabGrant, userId: string) {
  const membership = await db().membership.findUnique({
    where: { labId_userId: { labId, userId } },
    select: { user: { select: { name: true, email: true } } },
  });
  return membership && { ...membership.user, elsewhere: await reachBeyond(db(), userId, ownerId) };
}

export const findUserByEmail = (_grant: SystemGrant, email: string) =>
  db().user.findUnique({ where: { email, deletedAt: null }, select: { id: true, email: true, name: true } });

/** What nobody used in time. */
export async function deleteExpired(_grant: SystemGrant, requestsBefore: Date): Promise<void> {
  await db().accountLink.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  await db().resetRequest.deleteMany({ where: { createdAt: { lt: requestsBefore } } });
}
