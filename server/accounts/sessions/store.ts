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
    select: { id: true, userAgent: true, createdAt: true, seenAt: true },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
  });

/** Ends one session of the person, or all but the one that asks. Their streams end at once. */
export async function endSessions({ userId, sessionId }: UserGrant, which: { id: string } | "others") {
  await db().$transaction(async (tx) => {
    const id = which === "others" ? { not: sessionId } : which.id;
    const { count } = await tx.session.deleteMany({ where: { userId, id } });
    if (count > 0) await recheck(tx, userId);
  });
}
