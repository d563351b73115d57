import type { ObjectRef } from "../../../contracts/object";
import { Prisma } from "../../../prisma/generated/client";
import { atHome, type InLab, type LabGrant, type ShareGrant, systemGrantIn } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import type { PlainListing } from "../../paging/service";

/** What leaves a lab through a share: written down in the transaction that lets it out, and in the logs of both labs. */

type Tx = Prisma.TransactionClient;
export interface Leaving {
  readonly object: ObjectRef & { readonly name: string };
  readonly licence: string;
}

/** In the transaction that makes the copy in the other lab. */
export async function recordFork(
  grant: ShareGrant,
  tx: Tx,
  leaving: Leaving,
  into: { readonly id: string; readonly name: string },
): Promise<void> {
  const giver = await record(tx, grant, "fork", leaving, into.id);
  const { kind } = leaving.object;
  await audit(tx, atHome(grant), "share.fork", { kind, ...into }, { share: grant.shareId }, grant.labId);
  await audit(tx, giver, "share.forked", leaving.object, { share: grant.shareId }, grant.viaLabId);
}

/** @param what "figures as SVG", "comparisons.export": what was handed out. */
export const recordExport = (grant: ShareGrant, leaving: Leaving, what: string): Promise<void> =>
  db().$transaction(async (tx) => {
    const giver = await record(tx, grant, "export", leaving, null);
    const details = { share: grant.shareId, what };
    await audit(tx, atHome(grant), "share.export", leaving.object, details, grant.labId);
    await audit(tx, giver, "share.exported", leaving.object, details, grant.viaLabId);
  });

async function record(
  tx: Tx,
  { shareId, labId, labSlug, viaLabId }: ShareGrant,
  use: "fork" | "export",
  { object, licence }: Leaving,
  intoId: string | null,
) {
  const { kind: objectKind, id: objectId, name: objectName } = object;
  await tx.departure.create({
    data: { shareId, use, labId, toLabId: viaLabId, objectKind, objectId, objectName, licence, intoId },
    select: { id: true },
  });
  return systemGrantIn({ id: labId, slug: labSlug }, "shares: what another lab did");
}

const departure = {
  id: true,
  use: true,
  objectKind: true,
  objectName: true,
  at: true,
  toLab: { select: { name: true } },
} as const satisfies Prisma.DepartureSelect;

/** What left through a share of this lab, the newest first. */
export const departureListing = ({ labId }: LabGrant, shareId: string): PlainListing => ({
  from: Prisma.sql`FROM "Departure" d WHERE d."labId" = ${labId} AND d."shareId" = ${shareId}`,
  id: Prisma.sql`d.id`,
  by: { by: Prisma.sql`d.at`, as: "time" },
});

export const findDepartures = ({ labId }: LabGrant, ids: readonly string[]) =>
  db().departure.findMany({ where: { labId, id: { in: [...ids] } }, select: departure });

/** Where a fork of this lab came from, when another lab let it out. */
export const findOrigin = ({ labId }: LabGrant, { kind, id }: ObjectRef) =>
  db().departure.findFirst({
    where: { toLabId: labId, objectKind: kind, intoId: id, use: "fork" },
    select: { objectName: true, licence: true, at: true, lab: { select: { name: true } } },
  });

export interface ForkedVersion {
  /** Of the model version that was asked for. */
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly mayPublish: boolean | null;
}
/** Of the asked model versions, those that come from a fork out of another lab, also by forks of it within this lab. */
export const findForked = ({ labId }: InLab, versions: readonly string[]): Promise<ForkedVersion[]> =>
  db().$queryRaw<ForkedVersion[]>`
    WITH RECURSIVE origin (id, model) AS (
      SELECT v.id, v."modelId" FROM "ModelVersion" v WHERE v."labId" = ${labId} AND v.id = ANY(${[...versions]}::text[])
      UNION
      SELECT o.id, source."modelId" FROM origin o
      JOIN "ModelVersion" v ON v."modelId" = o.model AND v."labId" = ${labId}
      JOIN "ModelVersion" source ON source.id = v."forkedFromId" AND source."labId" = ${labId}
    )
    SELECT DISTINCT o.id, m.name || ' v' || v.number AS name, d.licence, s."mayPublish"
    FROM origin o JOIN "Departure" d ON d."toLabId" = ${labId} AND d.use = 'fork' AND d."objectKind" = 'model'
      AND d."intoId" = o.model
    JOIN "ModelVersion" v ON v.id = o.id JOIN "Model" m ON m.id = v."modelId"
    LEFT JOIN "Share" s ON s.id = d."shareId"`;
