import type { PublicGrant, SystemGrant, UserGrant } from "../access/grant";
import { db, unlessTaken } from "../db";
import type { Identity } from "./oauth/providers";

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  /** The place that vouches for whoever has no password. */
  readonly identity: Identity | null;
}
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

/** Null when the e-mail address or the identity has an account, or the lab's slug is taken: nothing is made then. */
export async function insertAccount(
  _grant: PublicGrant,
  { identity, ...user }: NewAccount,
  lab: { readonly slug: string; readonly name: string; readonly openingUntil: Date } | null,
) {
  const made = await unlessTaken(() =>
    db().user.create({
      data: {
        ...user,
        ...(identity ? vouched(identity, user.email) : {}),
        ...(lab ? { memberships: { create: { role: "owner", lab: { create: lab } } } } : {}),
      },
      select: { id: true, memberships: { select: { lab: { select: { id: true, slug: true } } } } },
    }),
  );
  return made && { id: made.id, lab: made.memberships[0]?.lab ?? null };
}

/** What a place elsewhere lets us know of a new account. */
function vouched({ provider, issuer, subject, label, email, emailVerified }: Identity, typed: string) {
  const now = new Date();
  return {
    identities: { create: { provider, issuer, subject, label } },
    emailVerifiedAt: emailVerified && email === typed ? now : null,
    ...(provider === "orcid" ? { orcid: subject, orcidVerifiedAt: now } : {}),
  };
}

export const hasIdentity = async (_grant: PublicGrant, { issuer, subject }: Identity): Promise<boolean> =>
  (await db().identity.count({ where: { issuer, subject } })) > 0;

/** The account with this e-mail address, made if it is not there; its name and password become these. */
export function ensureUser(_grant: SystemGrant, { email, ...rest }: NewUser) {
  return db().user.upsert({
    where: { email },
    create: { email, ...rest },
    update: rest,
    select: { id: true },
  });
}

/** What a signed-in person shows again that they are themselves by. */
export async function findSecrets({ userId, sessionId }: UserGrant) {
  const { createdAt, user } = await db().session.findFirstOrThrow({
    where: { id: sessionId, userId },
    select: { createdAt: true, user: { select: { email: true, passwordHash: true } } },
  });
  return { ...user, signedInAt: createdAt };
}
