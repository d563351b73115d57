import { RateLimiterPrisma } from "rate-limiter-flexible";
import type { PublicGrant, SystemGrant } from "../access/grant";
import { db, unlessTaken } from "../db";

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

export function findCredentials(_grant: PublicGrant, email: string) {
  return db().user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, passwordHash: true },
  });
}

/** Null when the e-mail address has an account or the lab's slug is taken: nothing is made then. */
export async function insertAccount(
  _grant: PublicGrant,
  user: NewUser,
  lab: { readonly slug: string; readonly name: string },
) {
  const made = await unlessTaken(() =>
    db().user.create({
      data: { ...user, memberships: { create: { role: "owner", lab: { create: lab } } } },
      select: { id: true, memberships: { select: { lab: { select: { id: true, slug: true } } } } },
    }),
  );
  return made && { id: made.id, lab: made.memberships[0].lab };
}

/** The account with this e-mail address, made if it is not there; its name and password become these. */
export function ensureUser(_grant: SystemGrant, { email, ...rest }: NewUser) {
  return db().user.upsert({
    where: { email },
    create: { email, ...rest },
    update: rest,
    select: { id: true },
  });
}

/** A signed-in browser, for `seconds`. @returns the session's id. */
export async function insertSession(
  _grant: PublicGrant,
  userId: string,
  { seconds, userAgent }: { seconds: number; userAgent: string },
): Promise<string> {
  const expiresAt = new Date(Date.now() + seconds * 1000);
  // whoever signs in sweeps up after themselves
  await db().session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  const made = await db().session.create({
    data: { userId, expiresAt, userAgent: userAgent.slice(0, 300) },
    select: { id: true },
  });
  return made.id;
}

/** Nothing happens when it has ended already. */
export async function deleteSession(_grant: PublicGrant, id: string): Promise<void> {
  await db().session.deleteMany({ where: { id } });
}

/** Counts in the database, so that a restart forgives nothing and several web servers count together. */
export function limiter(_grant: PublicGrant, name: string, points: number, seconds: number) {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: "rateLimit",
    keyPrefix: name,
    points,
    duration: seconds,
  });
}
