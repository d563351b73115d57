import type { InLab } from "../../../access/grant";
import { db } from "../../../db";

/** Who a copy must not name: members, those who did something in the lab, and those whom it invited. */
export async function findIdentities({ labId }: InLab) {
  const lab = await db().lab.findUniqueOrThrow({ where: { id: labId }, select: { name: true, slug: true } });
  const acted = await db().auditEntry.findMany({
    where: { labId, actorId: { not: null } },
    select: { actorId: true },
    distinct: ["actorId"],
  });
  const people = await db().user.findMany({
    where: {
      deletedAt: null,
      OR: [
        { memberships: { some: { labId } } },
        { id: { in: acted.flatMap(({ actorId }) => actorId ?? []) } },
      ],
    },
    select: { name: true, email: true, orcid: true },
    orderBy: { id: "asc" },
  });
  const invitations = await db().invitation.findMany({
    where: { labId, email: { not: null } },
    select: { email: true },
    distinct: ["email"],
  });
  return { lab, people, invited: invitations.flatMap(({ email }) => email ?? []) };
}
