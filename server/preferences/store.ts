import type { UserGrant } from "../access/grant";
import { db } from "../db";

const preferences = { singleKeys: true, toursSeen: true, digest: true } as const;

export const findPreferences = ({ userId }: UserGrant) =>
  db().preferences.findUnique({ where: { userId }, select: preferences });

export async function setSingleKeys({ userId }: UserGrant, singleKeys: boolean): Promise<void> {
  await db().preferences.upsert({
    where: { userId },
    create: { userId, singleKeys },
    update: { singleKeys },
  });
}

export async function setDigest(
  { userId }: UserGrant,
  { digest, timeZone }: { digest: string; timeZone: string | null },
): Promise<void> {
  const data = { digest, digestZone: timeZone, digestedAt: new Date() };
  await db().preferences.upsert({ where: { userId }, create: { userId, ...data }, update: data });
}

/** Twice is once. */
export async function insertTour({ userId }: UserGrant, tour: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Preferences" ("userId", "toursSeen", "updatedAt") VALUES (${userId}, ARRAY[${tour}], now())
    ON CONFLICT ("userId") DO UPDATE SET "updatedAt" = now(),
      "toursSeen" = array_append(array_remove("Preferences"."toursSeen", ${tour}), ${tour})`;
}
