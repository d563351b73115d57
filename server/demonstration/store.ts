import type { SystemGrant, SystemLabGrant } from "../access/grant";
import { db } from "../db";

/** The lab holds all that it opens on. */
export async function markComplete({ labId }: SystemLabGrant): Promise<void> {
  await db().lab.updateMany({ where: { id: labId }, data: { openingUntil: null } });
}

/** The original demonstration, as long as nothing was published from it. */
export const findUnpublished = (_grant: SystemGrant) =>
  db().lab.findFirst({
    where: { isDemonstration: true, publications: { none: {} } },
    select: { id: true, slug: true },
  });

/** Takes over a lab whose opening nobody finished in time, until `until`; null when there is none. One of two gets it. */
export async function claimOverdue(_grant: SystemGrant, until: Date) {
  const [lab] = await db().$queryRaw<{ id: string; slug: string }[]>`
    UPDATE "Lab" SET "openingUntil" = ${until} WHERE id = (
      SELECT id FROM "Lab" WHERE "openingUntil" < ${new Date()}
      ORDER BY "openingUntil" LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING id, slug`;
  return lab ?? null;
}
