import type { LabGrant } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { publish } from "../../jobs/live";

/** Null calls it back. Who asks twice keeps the first date. */
export const setDeletion = (grant: LabGrant, name: string, at: Date | null): Promise<void> =>
  db().$transaction(async (tx) => {
    const { labId, userId } = grant;
    const { count } = await tx.lab.updateMany({
      where: { id: labId, deleteAt: at ? null : { gt: new Date() } },
      data: { deleteAt: at, deleteAskedById: at && userId },
    });
    if (count === 0) return;
    const object = { kind: "lab" as const, id: labId, name };
    if (at) await audit(tx, grant, "lab.delete", object, { at: at.toISOString() });
    else await audit(tx, grant, "lab.keep", object);
    await publish(tx, labId, { kind: "members" });
  });
