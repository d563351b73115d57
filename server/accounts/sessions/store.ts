import type { PublicGrant, UserGrant } from "../../access/grant";
import { db } from "../../db";
import { recheck } from "../../jobs/live";

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

/** Browsers in which the person is signed in, last seen first. */
export const listSessions = ({ userId }: UserGrant) =>
  db().session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: {
      ...{ id: true, userAgent: true, createdAt: true, seenAt: true },
      user: { select: { email: true } },
    },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
  });

/** Ends these sessions of the person. Their streams end at once. */
export async function endSessions({ userId }: UserGrant, ids: readonly string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId, id: { in: [...ids] } } });
    if (count > 0) await recheck(tx, userId);
  });
}
