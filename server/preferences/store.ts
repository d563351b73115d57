import type { UserGrant } from "../access/grant";
import { db } from "../db";

const preferences = { singleKeys: true, toursSeen: true } as const;

export const findPreferences = ({ userId }: UserGrant) =>
  db().preferences.findUnique({ where: { userId }, select: preferences });

export const setSingleKeys = ({ userId }: UserGrant, singleKeys: boolean) =>
  db().preferences.upsert({
    where: { userId },
    create: { userId, singleKeys },
    update: { singleKeys },
    select: preferences,
  });

/** Twice is once. */
export async function insertTour({ userId }: UserGrant, tour: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Preferences" ("userId", "toursSeen", "updatedAt") VALUES (${userId}, ARRAY[${tour}], now())
    ON CONFLICT ("userId") DO UPDATE SET "updatedAt" = now(),
      "toursSeen" = array_append(array_remove("Preferences"."toursSeen", ${tour}), ${tour})`;
}
