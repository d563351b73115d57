import type { PublicGrant, UserGrant } from "../../access/grant";
import { db, unlessTaken } from "../../db";
import type { Identity } from "./providers";

/** Whose identity it is; null when nobody here has it. */
export async function findByIdentity(_grant: PublicGrant, { issuer, subject }: Identity) {
  const found = await db().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { id: true, user: { select: { id: true, email: true } } },
  });
  return found && { identityId: found.id, ...found.user };
}

export async function markUsed(_grant: PublicGrant, identityId: string, label: string): Promise<void> {
  await db().identity.updateMany({ where: { id: identityId }, data: { usedAt: new Date(), label } });
}

/** False when somebody has it already. ORCID vouches for the iD. */
export async function insertIdentity({ userId }: UserGrant, identity: Identity): Promise<boolean> {
  const { provider, issuer, subject, label } = identity;
  const made = await unlessTaken(() =>
    db().$transaction(async (tx) => {
      await tx.identity.create({ data: { userId, provider, issuer, subject, label }, select: { id: true } });
      if (provider === "orcid")
        await tx.user.update({
          where: { id: userId },
          data: { orcid: subject, orcidVerifiedAt: new Date() },
          select: { id: true },
        });
      return true;
    }),
  );
  return made ?? false;
}

export const listIdentities = ({ userId }: UserGrant) =>
  db().identity.findMany({
    where: { userId },
    select: { id: true, provider: true, label: true, createdAt: true, usedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

/**
 * Takes an identity from the person: "gone" when it is not theirs, "last" when no other way to sign in would remain. Their
 * row is locked, so that two at once do not take the last two.
 */
export function deleteIdentity({ userId }: UserGrant, id: string): Promise<"done" | "gone" | "last"> {
  return db().$transaction(async (tx) => {
    const [user] = await tx.$queryRaw<{ passwordHash: string | null }[]>`
      SELECT "passwordHash" FROM "User" WHERE id = ${userId} FOR UPDATE`;
    const identities = await tx.identity.findMany({
      where: { userId },
      select: { id: true, provider: true },
    });
    const found = identities.find((identity) => identity.id === id);
    if (!user || !found) return "gone";
    if (user.passwordHash === null && identities.length === 1) return "last";
    await tx.identity.delete({ where: { id }, select: { id: true } });
    if (found.provider === "orcid")
      await tx.user.update({ where: { id: userId }, data: { orcidVerifiedAt: null }, select: { id: true } });
    return "done";
  });
}
