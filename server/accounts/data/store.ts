import type { MemberRole } from "../../../contracts/lab";
import { Prisma } from "../../../prisma/generated/client";
import { labGrant, type UserGrant } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { publish, recheck } from "../../jobs/live";
import { type PersonalColumn, personalColumns } from "./personal";

/** Names of tables and columns come from personal.ts, never from a person. */
const name = (of: string) => Prisma.raw(`"${of}"`);

/** One page of a file of the export, as the rows stand. */
export async function readRows(
  { userId }: UserGrant,
  { table, column, omit = [], order = ["id"], inLab }: PersonalColumn,
  page: { readonly from: number; readonly limit: number },
): Promise<unknown[]> {
  const inTheirLabs = inLab
    ? Prisma.sql`AND t."labId" IN (SELECT "labId" FROM "Membership" WHERE "userId" = ${userId})`
    : Prisma.empty;
  const rows = await db().$queryRaw<{ row: unknown }[]>`
    SELECT to_jsonb(t) - ${[...omit]}::text[] AS row FROM ${name(table)} t
    WHERE t.${name(column)} = ${userId} ${inTheirLabs}
    ORDER BY ${Prisma.join(order.map((key) => Prisma.sql`t.${name(key)}`))}
    OFFSET ${page.from} LIMIT ${page.limit}`;
  return rows.map(({ row }) => row);
}

/** Earlier texts of comments that the person wrote. */
export const readEarlierTexts = (
  { userId }: UserGrant,
  { from, limit }: { readonly from: number; readonly limit: number },
) =>
  db().commentEdit.findMany({
    where: { comment: { authorId: userId } },
    orderBy: { id: "asc" },
    ...{ skip: from, take: limit },
  });

/** Labs of the person, for the file of memberships. */
export const readLabs = ({ userId }: UserGrant) =>
  db().lab.findMany({
    where: { memberships: { some: { userId } } },
    select: { id: true, slug: true, name: true, createdAt: true },
    orderBy: { id: "asc" },
  });

export const isNameTaken = async (_grant: UserGrant, of: string): Promise<boolean> =>
  (await db().user.count({ where: { name: of } })) > 0;

/**
 * Ends an account: its row stays under a pseudonym, for what it made; everything that says whose it was goes, and so does
 * whatever lets anybody in. Gives the labs that it alone owns instead, when there are any: then nothing happens.
 */
export function deleteAccount(
  { userId }: UserGrant,
  as: { readonly name: string; readonly email: string },
): Promise<{ readonly ownedAlone: readonly string[] }> {
  return db().$transaction(async (tx) => {
    const memberships = await tx.$queryRaw<{ id: string; slug: string; name: string; role: MemberRole }[]>`
      SELECT l.id, l.slug, l.name, m.role FROM "Membership" m JOIN "Lab" l ON l.id = m."labId"
      WHERE m."userId" = ${userId} ORDER BY l.id FOR NO KEY UPDATE OF l`;
    const owned = memberships.filter(({ role }) => role === "owner").map(({ id }) => id);
    const others = await tx.membership.findMany({
      where: { labId: { in: owned }, role: "owner", userId: { not: userId } },
      select: { labId: true },
    });
    const ownedAlone = memberships.filter(
      ({ id }) => owned.includes(id) && !others.some(({ labId }) => labId === id),
    );
    if (ownedAlone.length > 0) return { ownedAlone: ownedAlone.map((lab) => lab.name) };

    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    for (const { id: labId, slug: labSlug, role } of memberships) {
      await tx.membership.delete({ where: { labId_userId: { labId, userId } } });
      const grant = labGrant({ labId, labSlug, userId, role, permission: "lab:read" });
      await audit(tx, grant, "member.leave", { kind: "member", id: userId, name: "" }, { role });
      await publish(tx, labId, { kind: "members" });
    }
    for (const { table, column, onDelete, unless } of personalColumns) {
      if (onDelete !== "removed") continue;
      const spared = unless ? Prisma.sql`AND NOT ${name(unless)}` : Prisma.empty;
      await tx.$executeRaw`DELETE FROM ${name(table)} WHERE ${name(column)} = ${userId} ${spared}`;
    }
    await forgetAddress(tx, email);
    await tx.user.update({
      where: { id: userId },
      data: {
        ...as,
        ...{ emailVerifiedAt: null, passwordHash: null, timeZone: null },
        ...{ orcid: null, orcidVerifiedAt: null, deletedAt: new Date() },
      },
      select: { id: true },
    });
    await tx.$executeRaw`DELETE FROM "RateLimit" WHERE key LIKE ${`%:${userId}`}`;
    await recheck(tx, userId);
    return { ownedAlone: [] };
  });
}

async function forgetAddress(tx: Prisma.TransactionClient, email: string): Promise<void> {
  await tx.mail.deleteMany({ where: { to: email } });
  await tx.resetRequest.deleteMany({ where: { email } });
  // links of others that would give them this address
  await tx.accountLink.deleteMany({ where: { email } });
  // an open invitation was for this account alone; without the address it would be for anybody
  await tx.invitation.deleteMany({ where: { email, acceptedAt: null } });
  await tx.invitation.updateMany({ where: { email }, data: { email: null } });
  await tx.rateLimit.deleteMany({ where: { key: { endsWith: `:${email}` } } });
}
