import { db } from "../db";
import type { MemberRole } from "../../contracts/lab";

/** The only store without grants: it holds what grants are made from. */

export interface SessionRow {
  readonly id: string;
  readonly seenAt: Date;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly timeZone: string | null;
  };
}

/** Null when the session never was, has ended, or has run out. */
export function findLiveSession(id: string): Promise<SessionRow | null> {
  return db().session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: new Date() } },
    select: {
      id: true,
      seenAt: true,
      user: { select: { id: true, email: true, name: true, timeZone: true } },
    },
  });
}

export async function markSeen(id: string): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { seenAt: new Date() } });
}

export interface MembershipRow {
  readonly labId: string;
  readonly role: MemberRole;
}

/** Null both when there is no such lab, or none any more, and when the person is not in it. */
export function findMembership(userId: string, slug: string): Promise<MembershipRow | null> {
  return db().membership.findFirst({
    where: { userId, lab: { slug, OR: [{ deleteAt: null }, { deleteAt: { gt: new Date() } }] } },
    select: { labId: true, role: true },
  });
}
