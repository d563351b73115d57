import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { type Mail, sendMailIn } from "../../mail/service";

/** Everybody who asked for a digest, had one before a while ago, and showed that their address is theirs. */
export async function listReaders(_grant: SystemGrant, before: Date) {
  const rows = await db().preferences.findMany({
    where: {
      digest: { not: "off" },
      digestedAt: { lt: before },
      user: { emailVerifiedAt: { not: null }, deletedAt: null },
    },
    select: {
      userId: true,
      digest: true,
      digestZone: true,
      digestedAt: true,
      user: { select: { email: true, timeZone: true } },
    },
  });
  return rows.map(({ user, digestZone, ...row }) => ({
    ...row,
    email: user.email,
    zone: user.timeZone ?? digestZone,
  }));
}
export type DigestReader = Awaited<ReturnType<typeof listReaders>>[number];

/** Unread items that went out in no digest yet, the newest first. */
export const listFresh = (_grant: SystemGrant, userId: string) =>
  db().inboxItem.findMany({
    where: { userId, readAt: null, digestedAt: null },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });

/**
 * Queues the letter, if there is one, and writes down that it went out: both or neither. False when another worker was
 * faster.
 */
export const send = (
  _grant: SystemGrant,
  { userId, digestedAt }: DigestReader,
  { at, items, mail }: { at: Date; items: readonly string[]; mail: Mail | null },
): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.preferences.updateMany({
      where: { userId, digestedAt },
      data: { digestedAt: at },
    });
    if (count === 0) return false;
    await tx.inboxItem.updateMany({ where: { id: { in: [...items] } }, data: { digestedAt: at } });
    if (mail) await sendMailIn(tx, mail);
    return true;
  });
