import { z } from "zod";
import {
  type LinkedIdentity,
  type Newcomer,
  type ProviderId,
  providerId,
  type SignInWay,
} from "../../../contracts/account";
import type { Jar } from "../../access/cookie";
import { mayBeSignedIn } from "../../access/demonstration-account";
import { type PublicGrant, type UserGrant, userGrant } from "../../access/grant";
import { sealed } from "../../access/sealed";
import { cookies, userOfToken } from "../../access/session";
import { Problem } from "../../errors";
import { admission } from "../admission";
import { confirmPerson } from "../confirm";
import { openSession } from "../sessions/service";
import { type Identity, providers } from "./providers";
import * as store from "./store";

/** A signed-in person is on their way to another place to link it. Bound to their session. */
const intent = sealed("link-intent", z.object({ sid: z.string(), provider: providerId }), 10 * 60);
/** Somebody came from elsewhere and has no account yet. */
const newcomerSeal = sealed<Identity>(
  "newcomer",
  z.object({
    ...{ provider: providerId, issuer: z.string(), subject: z.string().min(1), label: z.string() },
    ...{ name: z.string(), email: z.string().nullable(), emailVerified: z.boolean() },
  }),
  15 * 60,
);

export const signInWays = (): SignInWay[] => providers().map(({ id, name }) => ({ id, name }));
const nameOf = (id: ProviderId) => providers().find((provider) => provider.id === id)?.name ?? id;

/** What happens with somebody whom another place vouches for. */
export type Meeting =
  | { readonly kind: "entered"; readonly userId: string; readonly sessionId: string }
  /** Now or already theirs. */
  | { readonly kind: "linked" }
  /** Another account here has it. */
  | { readonly kind: "taken" }
  /** No account yet: on to the form for one. */
  | { readonly kind: "newcomer" }
  | { readonly kind: "closed" | "uninvited" };

/**
 * An e-mail address is never a reason to let somebody into an account: only an identity that is linked is, and it is linked
 * only by whoever was signed in and set out from their own page.
 */
export async function meet(
  anybody: PublicGrant,
  identity: Identity,
  jar: Jar,
  from: { userAgent: string },
): Promise<Meeting> {
  const wanted = await intent.read(jar);
  intent.drop(jar);
  const here = await userOfToken(jar.get(cookies().sessionToken.name));
  const known = await store.findByIdentity(anybody, identity);
  if (wanted && here && wanted.sid === here.sessionId && wanted.provider === identity.provider) {
    if (known) return { kind: known.id === here.id ? "linked" : "taken" };
    const linked = await store.insertIdentity(userGrant(here.id, here.sessionId), identity);
    return { kind: linked ? "linked" : "taken" };
  }
  if (known && mayBeSignedIn(known.email)) {
    await store.markUsed(anybody, known.identityId, identity.label);
    return {
      kind: "entered",
      userId: known.id,
      sessionId: await openSession(anybody, known.id, from.userAgent),
    };
  }
  const { may } = await admission(jar);
  if (may !== "yes") return { kind: may };
  await newcomerSeal.write(jar, identity);
  return { kind: "newcomer" };
}

/** Whether this browser had set out to link a place, which came to nothing. */
export async function endLinking(jar: Jar): Promise<boolean> {
  const wanted = await intent.read(jar);
  intent.drop(jar);
  return wanted !== null;
}

export const findNewcomer = (jar: Jar): Promise<Identity | null> => newcomerSeal.read(jar);
export const forgetNewcomer = (jar: Jar): void => newcomerSeal.drop(jar);

/** Who came from elsewhere with this browser and has no account yet, for the form. */
export async function pendingNewcomer(jar: Jar): Promise<Newcomer | null> {
  const identity = await findNewcomer(jar);
  if (!identity) return null;
  const { provider, label, name, email } = identity;
  return { way: nameOf(provider), label, name, email };
}

export async function listWays(grant: UserGrant) {
  const rows = await store.listIdentities(grant);
  const linked = rows.map((row): LinkedIdentity => {
    const provider = row.provider as ProviderId;
    return { ...row, provider, name: nameOf(provider) };
  });
  return { linked, others: signInWays().filter(({ id }) => !linked.some(({ provider }) => provider === id)) };
}

/**
 * The person sets out to link a place: what that place says within ten minutes, in this browser, becomes theirs. False when
 * this server does not know the place.
 */
export async function startLink(
  grant: UserGrant,
  { provider, password }: { provider: ProviderId; password?: string },
  jar: Jar,
): Promise<{ started: boolean }> {
  await confirmPerson(grant, password);
  if (!providers().some(({ id }) => id === provider)) return { started: false };
  await intent.write(jar, { sid: grant.sessionId, provider });
  return { started: true };
}

/** One that is not theirs changes nothing. Throws refused when no other way to sign in would remain. */
export async function unlink(
  grant: UserGrant,
  { id, password }: { id: string; password?: string },
): Promise<void> {
  await confirmPerson(grant, password);
  const outcome = await store.deleteIdentity(grant, id);
  if (outcome === "last")
    throw new Problem("refused", "This is your only way to sign in.", {
      where: "account",
      next: "Set a password or link another place first.",
    });
}
