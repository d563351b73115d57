import type { Action, AuditDetails, AuditObject } from "../../contracts/audit";
import { atHome, type InLab, systemGrantIn, type Visitor } from "../access/grant";
import type { Sql } from "../jobs/sql";
import { insertEntry } from "./store";

/**
 * Writes down who did what, in the transaction that does it: both are there or neither. Call it where rows change, also
 * for the machinery (its acts have no person). Details never hold the
 * name or address of a person or of another lab: those are looked up when read, so that they can be forgotten.
 */
export const audit = (
  tx: Sql,
  grant: InLab,
  action: Action,
  object: AuditObject,
  details: AuditDetails = {},
  otherLabId: string | null = null,
): Promise<void> => insertEntry(grant, tx, { action, object, details, otherLabId });

/**
 * Of an act in what may be another lab's: that lab's log says which lab did it, the log of the person's own lab says who.
 */
export async function auditVisit(
  tx: Sql,
  grant: Visitor,
  action: Action,
  object: AuditObject,
  details: AuditDetails = {},
): Promise<void> {
  if (grant.kind === "lab") return audit(tx, grant, action, object, details);
  const giver = systemGrantIn({ id: grant.labId, slug: grant.labSlug }, "a visitor from another lab");
  await audit(tx, atHome(grant), action, object, { ...details, share: grant.shareId }, grant.labId);
  await audit(tx, giver, action, object, details, grant.viaLabId);
}
