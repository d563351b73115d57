import type { MemberRole } from "../../../contracts/lab";
import type { CurrentUser } from "../session";
import type { LabFixture } from "../testing/lab-fixture";

/**
 * One procedure in the access contract. The test calls it as everybody: allowed, too weak, of another lab, signed out. It
 * finds ids by itself: whatever text differs between the inputs of two labs is one, and must not work across labs.
 */
export interface ProcedureRow {
  /** As mounted: "models.get". */
  readonly name: string;
  /** Who may: what the procedure itself declares. Written here again so that a change needs two hands. */
  readonly access: "public" | "user" | `${string}:${string}`;
  /**
   * Input of an allowed call, without `lab`. Called anew for each attempt; makes what it needs in the given lab, so that
   * a call that changes something has something of its own to change.
   * @param as who will call, for what only its author may change.
   */
  readonly input?: (lab: LabFixture, as: MemberRole) => Promise<object> | object;
  /** Whoever is signed in, where the call would leave the usual caller without an account. */
  readonly caller?: (lab: LabFixture) => Promise<CurrentUser>;
  /** Puts back what a call takes from the fixture itself: its members. */
  readonly after?: (lab: LabFixture) => Promise<void>;
  /** Dotted paths of texts that differ between labs and are no ids: names that must be unique. */
  readonly free?: readonly string[];
}

/** One method of one route file in the access contract. */
export interface RouteRow {
  /** From the root of the project: "app/api/health/route.ts". */
  readonly file: string;
  readonly method: string;
  /** "link": whoever opened a link; the request has its cookie, and nobody else is answered, members of the lab included. */
  readonly access: ProcedureRow["access"] | "link";
  /** An allowed request, cookies of sessions left out: the test adds those of whoever calls. */
  readonly request: (lab: LabFixture) => Promise<Request> | Request;
  readonly params?: (
    lab: LabFixture,
  ) => Promise<Record<string, string | string[]>> | Record<string, string | string[]>;
}
