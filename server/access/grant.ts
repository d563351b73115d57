import type { MemberRole } from "../../contracts/lab";
import type { Permission } from "./permissions";

/**
 * A grant is permission as a value. Whoever holds one was checked; a store function takes exactly one and scopes its
 * query by it. Only this file makes them (the brand keeps others from writing one down).
 */
declare const issued: unique symbol;
interface Issued {
  readonly [issued]: true;
}

/** A member acts in a lab, with one permission that the role was found to hold. */
export interface LabGrant extends Issued {
  readonly kind: "lab";
  readonly labId: string;
  readonly labSlug: string;
  readonly userId: string;
  readonly role: MemberRole;
  readonly permission: Permission;
}
/** A signed-in person acts on what is theirs, outside any lab. */
export interface UserGrant extends Issued {
  readonly kind: "user";
  readonly userId: string;
  readonly sessionId: string;
}
/** Anybody: sign-up, health. */
export interface PublicGrant extends Issued {
  readonly kind: "public";
}
/** The machinery itself: worker, sweep, seed. Scoped to a lab where `labId` says so. */
export interface SystemGrant extends Issued {
  readonly kind: "system";
  readonly reason: string;
  readonly labId: string | null;
}
/** The machinery acts within one lab; nobody is its author. */
export interface SystemLabGrant extends SystemGrant {
  readonly labId: string;
  readonly labSlug: string;
  readonly userId: null;
}

export type Grant = LabGrant | UserGrant | PublicGrant | SystemGrant;
/** What store functions of a lab's nouns take: `labId` scopes, `userId` (null for the system) signs. */
export type InLab = LabGrant | SystemLabGrant;

const issue = <G extends Grant>(grant: Omit<G, typeof issued>) => Object.freeze(grant) as G;

export const labGrant = (of: Omit<LabGrant, "kind" | typeof issued>) =>
  issue<LabGrant>({ kind: "lab", ...of });
export const userGrant = (userId: string, sessionId: string) =>
  issue<UserGrant>({ kind: "user", userId, sessionId });
export const publicGrant = () => issue<PublicGrant>({ kind: "public" });
/** @param reason who acts and why, for instance "worker: sweep". */
export const systemGrant = (reason: string) => issue<SystemGrant>({ kind: "system", reason, labId: null });
export const systemGrantIn = (lab: { id: string; slug: string }, reason: string) =>
  issue<SystemLabGrant>({ kind: "system", reason, labId: lab.id, labSlug: lab.slug, userId: null });
