import { type MemberRole, partsOfPlace } from "../../contracts/lab";
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
  /** Where the person reads, as in addresses: the lab. */
  readonly place: string;
  readonly userId: string;
  readonly role: MemberRole;
  readonly permission: Permission;
}
/** Ids that one shared object implies, by noun; runs of the experiments come with them. */
export interface Closure {
  readonly models: readonly string[];
  readonly modelVersions: readonly string[];
  readonly paradigms: readonly string[];
  readonly paradigmVersions: readonly string[];
  readonly experiments: readonly string[];
  /** Runs that are not there through an experiment. */
  readonly runs: readonly string[];
  readonly datasets: readonly string[];
  readonly datasetVersions: readonly string[];
  readonly comparisons: readonly string[];
  readonly dashboards: readonly string[];
}

/**
 * A member reads, in their own lab, one object that another lab shared with it, and what that object implies. Nothing else
 * of the other lab is there.
 */
export interface ShareGrant extends Issued {
  readonly kind: "share";
  readonly shareId: string;
  /** The lab that shares: its rows are read. */
  readonly labId: string;
  readonly labSlug: string;
  /** Where the person reads it, as in addresses: "<their lab>/shared/<share>". */
  readonly place: string;
  /** The person's own lab, with their role there. */
  readonly viaLabId: string;
  readonly userId: string;
  readonly role: MemberRole;
  readonly permission: Permission;
  readonly closure: Closure;
  /** Whether it is shared for comments, whatever is asked for now. */
  readonly mayComment: boolean;
}
/** A signed-in person acts on what is theirs, outside any lab. */
export interface UserGrant extends Issued {
  readonly kind: "user";
  readonly userId: string;
  readonly sessionId: string;
}
/** Anybody who has its address reads what was published, and nothing else of its lab. */
export interface PublicationGrant extends Issued {
  readonly kind: "publication";
  readonly publicationId: string;
}
/** Anybody: sign-up, health. */
export interface PublicGrant extends Issued {
  readonly kind: "public";
}
/** A reviewer with an open link, who reads one blind copy and writes in one conversation. Who it is, nobody knows. */
export interface BlindGrant extends Issued {
  readonly kind: "blind";
  readonly copyId: string;
  readonly linkId: string;
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
  readonly place: string;
  readonly userId: null;
}

export type Grant =
  LabGrant | ShareGrant | UserGrant | PublicationGrant | BlindGrant | PublicGrant | SystemGrant;
/** What store functions of a lab's nouns take: `labId` scopes, `userId` (null for the system) signs. */
export type InLab = LabGrant | SystemLabGrant;
/** What store functions that only read take: server/access/scope.ts says which rows each may see. */
export type Reader = InLab | ShareGrant;
/** Whoever reads a list: one of a lab, or of what is their own. */
export type Asker = Reader | UserGrant;

/** A member, in their lab or in what another lab shares with it. */
export type Visitor = LabGrant | ShareGrant;

const issue = <G extends Grant>(grant: Omit<G, typeof issued>) => Object.freeze(grant) as G;

export const labGrant = (of: Omit<LabGrant, "kind" | "place" | typeof issued>) =>
  issue<LabGrant>({ kind: "lab", place: of.labSlug, ...of });
export const shareGrant = (of: Omit<ShareGrant, "kind" | typeof issued>) =>
  issue<ShareGrant>({ kind: "share", ...of });
export const userGrant = (userId: string, sessionId: string) =>
  issue<UserGrant>({ kind: "user", userId, sessionId });
export const publicationGrant = (publicationId: string) =>
  issue<PublicationGrant>({ kind: "publication", publicationId });
export const blindGrant = (copyId: string, linkId: string) =>
  issue<BlindGrant>({ kind: "blind", copyId, linkId });
export const publicGrant = () => issue<PublicGrant>({ kind: "public" });
/** @param reason who acts and why, for instance "worker: sweep". */
export const systemGrant = (reason: string) => issue<SystemGrant>({ kind: "system", reason, labId: null });
export const systemGrantIn = (lab: { id: string; slug: string }, reason: string) =>
  issue<SystemLabGrant>({
    ...{ kind: "system", reason, labId: lab.id, labSlug: lab.slug, place: lab.slug },
    userId: null,
  });

/** The lab that a visitor is a member of. */
export const homeOf = (grant: Visitor): string => (grant.kind === "share" ? grant.viaLabId : grant.labId);
/** The same member with the same permission in their own lab. */
export const atHome = (grant: Visitor): LabGrant =>
  grant.kind === "lab"
    ? grant
    : labGrant({
        ...{ labId: grant.viaLabId, labSlug: partsOfPlace(grant.place).lab },
        ...{ userId: grant.userId, role: grant.role, permission: grant.permission },
      });
