import type { PublicGrant, UserGrant } from "../../access/grant";
import { db, unlessTaken } from "../../db";
import { recheck } from "../../jobs/live";

export const findProfile = ({ userId }: UserGrant) =>
  db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      ...{ name: true, email: true, emailVerifiedAt: true, timeZone: true },
      ...{ orcid: true, orcidVerifiedAt: true, passwordHash: true },
    },
  });

export interface ProfileChange {
  readonly name: string;
  readonly timeZone: string | null;
  readonly orcid: string | null;
  readonly orcidVerifiedAt: Date | null;
}

export async function updateProfile({ userId }: UserGrant, change: ProfileChange): Promise<void> {
  await db().user.update({ where: { id: userId }, data: change, select: { id: true } });
}

/** Sets the password and ends all sessions but the one that asks, and all links. */
export async function updatePassword({ userId, sessionId }: UserGrant, passwordHash: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    await tx.accountLink.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await recheck(tx, userId);
  });
}

export const isEmailTaken = async (_grant: UserGrant, email: string): Promise<boolean> =>
  (await db().user.count({ where: { email } })) > 0;

/** Changes the address at once, unverified. False when it has an account. */
export async function updateEmail({ userId }: UserGrant, email: string): Promise<boolean> {
  const changed = await unlessTaken(() =>
    db().$transaction(async (tx) => {
      await tx.user.update({
        where: { id: userId },
        data: { email, emailVerifiedAt: null },
        select: { id: true },
      });
      // what was mailed to the old address counts no more
      await tx.accountLink.deleteMany({ where: { userId } });
      return true;
    }),
  );
  return changed ?? false;
}

export async function insertEmailLink(
  { userId }: UserGrant,
  link: { tokenHash: string; email: string; expiresAt: Date },
): Promise<void> {
  await db().accountLink.create({ data: { ...link, userId, kind: "email" }, select: { id: true } });
}

const counts = (tokenHash: string) => ({ tokenHash, kind: "email", expiresAt: { gt: new Date() } }) as const;

/** The person and the address that a link would confirm; null when it counts no more. */
export async function findByEmailLink(_grant: PublicGrant, tokenHash: string) {
  const link = await db().accountLink.findFirst({
    where: counts(tokenHash),
    select: { email: true, user: { select: { name: true } } },
  });
  return link?.email ? { name: link.user.name, email: link.email } : null;
}

/**
 * Uses a link up: its address becomes the person's, verified. Gives the address before; null when the link counts no more,
 * "taken" when another account has the address by now.
 */
export async function confirmByLink(
  _grant: PublicGrant,
  tokenHash: string,
): Promise<{ before: string; after: string } | "taken" | null> {
  const outcome = await unlessTaken(() =>
    db().$transaction(async (tx) => {
      const link = await tx.accountLink.findFirst({
        where: counts(tokenHash),
        select: { id: true, userId: true, email: true, user: { select: { email: true } } },
      });
      if (!link?.email || (await tx.accountLink.deleteMany({ where: { id: link.id } })).count === 0)
        return { link: null };
      const { userId, email } = link;
      await tx.user.update({
        where: { id: userId },
        data: { email, emailVerifiedAt: new Date() },
        select: { id: true },
      });
      if (email !== link.user.email) await tx.accountLink.deleteMany({ where: { userId } });
      return { link: { before: link.user.email, after: email } };
    }),
  );
  return outcome === null ? "taken" : outcome.link;
}
