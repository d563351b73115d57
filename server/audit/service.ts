import type { Action, AuditDetails, AuditObject } from "../../contracts/audit";
import type { InLab } from "../access/grant";
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
