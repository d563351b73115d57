import { Prisma } from "../../../prisma/generated/client";
import type { PublicGrant, UserGrant } from "../../access/grant";
import { db } from "../../db";
import { recheck } from "../../jobs/live";
import type { PlainListing } from "../../paging/service";

/** A signed-in browser, for `seconds`. @returns the session's id. */
export async function insertSession(
  _grant: PublicGrant,
  userId: string,
  { seconds, userAgent }: { seconds: number; userAgent: string },
): Promise<string> {
  const expiresAt = new Date(Date.now() + seconds * 1000);
  // whoever signs in sweeps up after themselves
  await db().session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  const made = await db().session.create({
    data: { userId, expiresAt, userAgent: userAgent.slice(0, 300) },
    select: { id: true },
  });
  return made.id;
}

/** Ends the session that a cookie names. Nothing happens when it has ended already. */
export async function deleteSession(_grant: PublicGrant, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id }, select: { userId: true } });
    if (!session) return;
    await tx.session.deleteMany({ where: { id } });
    await recheck(tx, session.userId);
  });
}

export const emailOf = async ({ userId }: UserGrant): Promise<string> =>
  (await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })).email;

/** Browsers in which the person is signed in: the one that asks, then whoever signed in last. */
export const listing = ({ userId, sessionId }: UserGrant, onlyOwn: boolean): PlainListing => ({
  from: Prisma.sql`FROM "Session" s WHERE s."userId" = ${userId} AND s."revokedAt" IS NULL
    AND s."expiresAt" > clock_timestamp() AT TIME ZONE 'utc' AND (NOT ${onlyOwn} OR s.id = ${sessionId})`,
  id: Prisma.sql`s.id`,
  by: {
    by: Prisma.sql`CASE WHEN s.id = ${sessionId} THEN timestamp '9999-01-01' ELSE s."createdAt" END`,
    as: "time",
  },
});

export const findSessions = ({ userId }: UserGrant, ids: readonly string[]) =>
  db().session.findMany({
    where: { userId, id: { in: [...ids] } },
    select: { id: true, userAgent: true, createdAt: true, seenAt: true },
  });

/** Ends one session of the person, or all but the one that asks when it is null. Their streams end at once. */
export async function endSessions({ userId, sessionId }: UserGrant, id: string | null): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId, id: id ?? { not: sessionId } } });
    if (count > 0) await recheck(tx, userId);
  });
}
