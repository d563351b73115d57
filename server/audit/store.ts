import type { Action, AuditDetails, AuditObject } from "../../contracts/audit";
import type { InLab } from "../access/grant";
import type { Sql } from "../jobs/sql";

export interface NewEntry {
  readonly action: Action;
  readonly object: AuditObject;
  readonly details: AuditDetails;
  /** The other lab of an act between two. */
  readonly otherLabId: string | null;
}

export async function insertEntry({ labId, userId }: InLab, tx: Sql, entry: NewEntry): Promise<void> {
  const { action, object, details, otherLabId } = entry;
  await tx.$executeRaw`
    INSERT INTO "AuditEntry" ("labId", at, "actorId", action, "objectKind", "objectId", "objectName", details, "otherLabId")
    VALUES (${labId}, clock_timestamp() AT TIME ZONE 'utc', ${userId}, ${action}, ${object.kind}, ${object.id},
      ${object.name}, ${JSON.stringify(details)}::jsonb, ${otherLabId})`;
}
