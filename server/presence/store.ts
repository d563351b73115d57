import type { Presence } from "../../contracts/presence";
import { homeOf, type Visitor } from "../access/grant";
import { db } from "../db";
import { publish } from "../jobs/live";

/** The person's name, and that of their own lab. */
export async function findWho(grant: Visitor) {
  const { user, lab } = await db().membership.findUniqueOrThrow({
    where: { labId_userId: { labId: homeOf(grant), userId: grant.userId } },
    select: { user: { select: { id: true, name: true } }, lab: { select: { id: true, name: true } } },
  });
  return { person: user, lab };
}

/** Nothing is written down: whoever listens now hears it. */
export const tell = ({ labId }: Visitor, presence: Presence): Promise<void> =>
  publish(db(), labId, { kind: "presence", ...presence });
