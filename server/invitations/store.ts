import type { InvitationState } from "../../contracts/member";
import type { MemberRole } from "../../contracts/lab";
import { Prisma } from "../../prisma/generated/client";
import { type LabGrant, labGrant, type PublicGrant, type UserGrant } from "../access/grant";
import { audit } from "../audit/service";
import { db } from "../db";
import { deliver } from "../inbox/deliver/service";
import { publish } from "../jobs/live";
import type { PlainListing } from "../paging/service";

const invitation = {
  id: true,
  role: true,
  email: true,
  createdById: true,
  createdAt: true,
  expiresAt: true,
  acceptedById: true,
  acceptedAt: true,
  revokedAt: true,
} as const satisfies Prisma.InvitationSelect;
export type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitation }>;

export const listing = ({ labId }: LabGrant): PlainListing => ({
  from: Prisma.sql`FROM "Invitation" i WHERE i."labId" = ${labId}`,
  id: Prisma.sql`i.id`,
  by: { by: Prisma.sql`i."createdAt"`, as: "time" },
});

export const findInvitations = ({ labId }: LabGrant, ids: readonly string[]): Promise<InvitationRow[]> =>
  db().invitation.findMany({ where: { labId, id: { in: [...ids] } }, select: invitation });

export const countOpen = ({ labId }: LabGrant): Promise<number> =>
  db().invitation.count({
    where: { labId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
  });

/** Those of the people who own the lab now: an invitation counts only while whoever made it does. */
export async function ownersAmong({ labId }: LabGrant, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db().membership.findMany({
    where: { labId, role: "owner", userId: { in: [...ids] } },
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}

export interface NewInvitation {
  readonly tokenHash: string;
  readonly role: MemberRole;
  readonly email: string | null;
  readonly expiresAt: Date;
}

export const insertInvitation = (grant: LabGrant, data: NewInvitation): Promise<InvitationRow> =>
  db().$transaction(async (tx) => {
    const { labId, userId } = grant;
    const made = await tx.invitation.create({
      data: { ...data, labId, createdById: userId },
      select: invitation,
    });
    await tellInvited(tx, grant, made);
    const details = { role: data.role, mailed: data.email !== null };
    await audit(tx, grant, "invitation.create", { kind: "invitation", id: made.id, name: "" }, details);
    return made;
  });

/** Whoever showed that the address is theirs also meets the invitation in their inbox. */
async function tellInvited(
  tx: Prisma.TransactionClient,
  grant: LabGrant,
  { id, email }: InvitationRow,
): Promise<void> {
  const { labId, userId: actorId } = grant;
  const invited =
    email === null
      ? null
      : await tx.user.findFirst({
          where: { email, emailVerifiedAt: { not: null }, memberships: { none: { labId } } },
          select: { id: true },
        });
  if (!invited) return;
  const cause = `invitation:${id}`;
  await deliver(grant, tx, [
    { userId: invited.id, labId, kind: "invitation", cause, invitationId: id, actorId },
  ]);
}

/** @returns false when the lab has no such invitation. One that is not open any more stays as it is. */
export const revokeInvitation = (grant: LabGrant, id: string): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId } = grant;
    const { count } = await tx.invitation.updateMany({
      where: { labId, id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return (await tx.invitation.count({ where: { labId, id } })) > 0;
    await audit(tx, grant, "invitation.revoke", { kind: "invitation", id, name: "" });
    return true;
  });

export interface FoundInvitation {
  readonly id: string;
  readonly labId: string;
  readonly lab: string;
  readonly slug: string;
  readonly role: MemberRole;
  readonly email: string | null;
  readonly invitedBy: string | null;
  readonly expiresAt: Date;
  readonly state: InvitationState;
}

/** The invitation of this token and its state now; null when there never was one. */
export const findByToken = (_grant: PublicGrant, tokenHash: string): Promise<FoundInvitation | null> =>
  found(db(), Prisma.sql`i."tokenHash" = ${tokenHash}`).then(([row]) => row ?? null);

/** Those that lie in the person's inbox. */
export const findInvitedTo = ({ userId }: UserGrant, ids: readonly string[]): Promise<FoundInvitation[]> =>
  found(
    db(),
    Prisma.sql`i.id = ANY(${[...ids]}::text[]) AND EXISTS (
      SELECT 1 FROM "InboxItem" n WHERE n."invitationId" = i.id AND n."userId" = ${userId})`,
  );

const found = (tx: Pick<Prisma.TransactionClient, "$queryRaw">, which: Prisma.Sql) =>
  tx.$queryRaw<FoundInvitation[]>`
    SELECT i.id, i."labId", l.name AS lab, l.slug, i.role, i.email, u.name AS "invitedBy", i."expiresAt",
      CASE WHEN i."acceptedAt" IS NOT NULL THEN 'accepted' WHEN i."revokedAt" IS NOT NULL THEN 'revoked'
        WHEN i."expiresAt" <= clock_timestamp() AT TIME ZONE 'utc' THEN 'expired'
        WHEN i."createdById" IS NOT NULL AND m."userId" IS NULL THEN 'void' ELSE 'open' END AS state
    FROM "Invitation" i
    JOIN "Lab" l ON l.id = i."labId"
    LEFT JOIN "User" u ON u.id = i."createdById"
    LEFT JOIN "Membership" m ON m."labId" = i."labId" AND m."userId" = i."createdById" AND m.role = 'owner'
    WHERE ${which}`;

/** The lab's address when the person is a member of it. */
export async function findOwnLab({ userId }: UserGrant, labId: string): Promise<string | null> {
  const row = await db().membership.findUnique({
    where: { labId_userId: { labId, userId } },
    select: { lab: { select: { slug: true } } },
  });
  return row?.lab.slug ?? null;
}

/**
 * Makes the person a member and uses the invitation up: both or neither. Of two who use one link at once, the second finds
 * the row locked, and then used. Gives the lab's address, or what stands in the way.
 */
export const accept = ({ userId }: UserGrant, by: { tokenHash: string } | { id: string }, email: string) =>
  db().$transaction(async (tx) => {
    const which = "id" in by ? Prisma.sql`i.id = ${by.id}` : Prisma.sql`i."tokenHash" = ${by.tokenHash}`;
    await tx.$queryRaw`SELECT 1 FROM "Invitation" i WHERE ${which} FOR UPDATE`;
    const [invited] = await found(tx, which);
    if (!invited) return { outcome: "gone", slug: null } as const;
    const { id, labId, slug, role } = invited;
    const member = { labId_userId: { labId, userId } };
    if (await tx.membership.findUnique({ where: member })) return { outcome: "member", slug } as const;
    if (invited.state !== "open") return { outcome: "gone", slug: null } as const;
    if (invited.email !== null && invited.email !== email)
      return { outcome: "wrong-account", slug: null } as const;
    await tx.invitation.update({
      where: { id },
      data: { acceptedById: userId, acceptedAt: new Date(), email: null },
    });
    await tx.membership.create({ data: { labId, userId, role } });
    const grant = labGrant({ labId, labSlug: slug, userId, role, permission: "lab:read" });
    await publish(tx, labId, { kind: "members" });
    await audit(tx, grant, "member.join", { kind: "member", id: userId, name: "" }, { role, invitation: id });
    return { outcome: "joined", slug } as const;
  });
