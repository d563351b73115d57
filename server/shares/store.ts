import type { Consents, ShareLevel, ShareTerms } from "../../contracts/share";
import type { ObjectRef } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import {
  type LabGrant,
  type PublicGrant,
  type ShareGrant,
  systemGrantIn,
  type SystemLabGrant,
} from "../access/grant";
import { audit } from "../audit/service";
import { db } from "../db";
import { publish, recheckLab } from "../jobs/live";
import type { PlainListing } from "../paging/service";

const share = {
  ...{ id: true, objectKind: true, objectId: true, level: true, mayFork: true, mayExport: true },
  ...{ mayPublish: true, licence: true, toSlug: true, offeredUntil: true, toLabId: true, createdById: true },
  ...{ createdAt: true, acceptedAt: true, revokedAt: true, endedAt: true },
  lab: { select: { id: true, slug: true, name: true } },
  toLab: { select: { name: true } },
} as const satisfies Prisma.ShareSelect;
const given = {
  ...share,
  _count: { select: { departures: true } },
} as const satisfies Prisma.ShareSelect;
export type ShareRow = Prisma.ShareGetPayload<{ select: typeof share }>;
export type GivenRow = Prisma.ShareGetPayload<{ select: typeof given }>;

const newestFirst = {
  orderBy: [{ createdAt: "desc" }, { id: "asc" }] satisfies Prisma.ShareOrderByWithRelationInput[],
};

const now = Prisma.sql`clock_timestamp() AT TIME ZONE 'utc'`;
const isOffered = Prisma.sql`(s."acceptedAt" IS NULL AND s."offeredUntil" > ${now})`;
const isEnded = Prisma.sql`(s."revokedAt" IS NOT NULL OR s."endedAt" IS NOT NULL)`;
/** Some first, each newest first. */
const firstThose = (which: Prisma.Sql): PlainListing["by"] => ({
  by: Prisma.sql`(CASE WHEN ${which} THEN '1' ELSE '0' END || to_char(s."createdAt", 'YYYYMMDDHH24MISSMS'))`,
  as: "text",
});

/** What this lab gives, or gives of one object; what is not ended first, or what is open alone. */
export const givenListing = (
  { labId }: LabGrant,
  object: ObjectRef | undefined,
  onlyOpen: boolean,
): PlainListing => ({
  from: Prisma.sql`FROM "Share" s WHERE s."labId" = ${labId}
    AND ${object ? Prisma.sql`s."objectKind" = ${object.kind} AND s."objectId" = ${object.id}` : Prisma.sql`true`}
    AND (NOT ${onlyOpen} OR (NOT ${isEnded} AND (s."acceptedAt" IS NOT NULL OR ${isOffered})))`,
  id: Prisma.sql`s.id`,
  by: firstThose(Prisma.sql`NOT ${isEnded}`),
});

export const findAllGiven = ({ labId }: LabGrant, ids: readonly string[]): Promise<GivenRow[]> =>
  db().share.findMany({ where: { labId, id: { in: [...ids] } }, select: given });

export const findGiven = ({ labId }: LabGrant, id: string): Promise<GivenRow | null> =>
  db().share.findFirst({ where: { labId, id }, select: given });

/** Accepted by this lab and still open; and offers to its address, for those who may accept them. */
export const receivedListing = ({ labId, labSlug }: LabGrant, withOffers: boolean): PlainListing => ({
  from: Prisma.sql`FROM "Share" s JOIN "Lab" l ON l.id = s."labId" AND (l."deleteAt" IS NULL OR l."deleteAt" > ${now})
    WHERE NOT ${isEnded} AND ((s."toLabId" = ${labId} AND s."acceptedAt" IS NOT NULL)
      OR (${withOffers} AND ${isOffered} AND s."toSlug" = ${labSlug} AND s."labId" <> ${labId}))`,
  id: Prisma.sql`s.id`,
  by: firstThose(Prisma.sql`s."acceptedAt" IS NULL`),
});

export const findAllReceived = ({ labId, labSlug }: LabGrant, ids: readonly string[]): Promise<ShareRow[]> =>
  db().share.findMany({
    where: { ...open(), id: { in: [...ids] }, OR: [{ toLabId: labId }, { toSlug: labSlug }] },
    select: share,
  });

const open = () => ({
  ...{ revokedAt: null, endedAt: null },
  lab: { OR: [{ deleteAt: null }, { deleteAt: { gt: new Date() } }] },
});
const offered = () => ({ acceptedAt: null, offeredUntil: { gt: new Date() } });

/** What a place is made of: a share that this lab accepted and that nobody ended. */
export const findAccepted = ({ labId }: LabGrant, id: string): Promise<ShareRow | null> =>
  db().share.findFirst({
    where: { id, toLabId: labId, acceptedAt: { not: null }, ...open() },
    select: share,
  });

/** The lab, and all that others see of it. */
export async function listOpen({ labId }: SystemLabGrant) {
  const { sharesGiven, ...own } = await db().lab.findUniqueOrThrow({
    where: { id: labId },
    select: {
      ...{ id: true, name: true },
      sharesGiven: {
        where: { ...open(), acceptedAt: { not: null } },
        select: { id: true, objectKind: true, objectId: true, toLab: { select: { id: true, name: true } } },
        ...newestFirst,
      },
    },
  });
  return { own, open: sharesGiven };
}

/** Shares of that lab which this one accepted, the newest first. */
export const listAcceptedFrom = ({ labId }: LabGrant, from: string) =>
  db().share.findMany({
    where: { labId: from, toLabId: labId, acceptedAt: { not: null }, ...open() },
    select: { id: true },
    ...newestFirst,
  });

/** An offer to this lab's address, or what it accepted; for ending it. */
export const findReceived = ({ labId, labSlug }: LabGrant, id: string): Promise<ShareRow | null> =>
  db().share.findFirst({
    where: {
      id,
      ...open(),
      OR: [{ toLabId: labId }, { ...offered(), toSlug: labSlug, labId: { not: labId } }],
    },
    select: share,
  });

/** The share that a grant was made from. */
export const findOpen = ({ shareId }: ShareGrant): Promise<ShareRow> =>
  db().share.findUniqueOrThrow({ where: { id: shareId }, select: share });

export interface NewShare {
  readonly object: ObjectRef;
  readonly name: string;
  readonly terms: ShareTerms;
  readonly toSlug: string | null;
  readonly tokenHash: string | null;
  readonly offeredUntil: Date;
}

export const insertShare = (grant: LabGrant, wanted: NewShare): Promise<string> =>
  db().$transaction(async (tx) => {
    const { object, name, terms, ...offer } = wanted;
    const { id } = await tx.share.create({
      data: {
        ...{ ...terms, ...offer, labId: grant.labId, createdById: grant.userId },
        ...{ objectKind: object.kind, objectId: object.id },
      },
      select: { id: true },
    });
    await audit(tx, grant, "share.offer", { ...object, name }, { share: id, ...detailsOf(terms) });
    await changed(tx, id, grant.labId, null);
    return id;
  });

const detailsOf = ({ level, licence, mayFork, mayExport, mayPublish }: ShareTerms) => ({
  ...{ level, licence, mayFork, mayExport, mayPublish },
});
const objectOf = ({ objectKind, objectId }: Pick<ShareRow, "objectKind" | "objectId">, name: string) => ({
  ...{ kind: objectKind as ObjectRef["kind"], id: objectId, name },
});

/** @returns false when the lab gives no such share, or gives it no more. */
export const changeTerms = (grant: LabGrant, id: string, terms: ShareTerms, name: string): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const [row] = await tx.share.updateManyAndReturn({
      where: { labId: grant.labId, id, ...open() },
      data: detailsOf(terms),
      select: { objectKind: true, objectId: true, toLabId: true },
    });
    if (!row) return false;
    const details = { share: id, ...detailsOf(terms) };
    await audit(tx, grant, "share.change", objectOf(row, name), details, row.toLabId);
    await changed(tx, id, grant.labId, row.toLabId);
    return true;
  });

/** Acts on the other lab's next request, and ends what they watch live at once. */
export const revoke = (grant: LabGrant, id: string, name: string): Promise<void> =>
  db().$transaction(async (tx) => {
    const [ended] = await tx.share.updateManyAndReturn({
      where: { labId: grant.labId, id, ...open() },
      data: { revokedAt: new Date() },
      select: { objectKind: true, objectId: true, toLabId: true },
    });
    if (!ended) return;
    await audit(tx, grant, "share.revoke", objectOf(ended, name), { share: id }, ended.toLabId);
    await changed(tx, id, grant.labId, ended.toLabId);
  });

/** The other lab declines an offer, or gives back what it accepted. @returns false when there is nothing to end. */
export const end = (grant: LabGrant, id: string, name: string): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId, labSlug } = grant;
    const [ended] = await tx.share.updateManyAndReturn({
      where: {
        ...{ id, ...open() },
        OR: [{ toLabId: labId }, { ...offered(), toSlug: labSlug, labId: { not: labId } }],
      },
      data: { endedAt: new Date() },
      select: { objectKind: true, objectId: true, lab: { select: { id: true, slug: true } } },
    });
    if (!ended) return false;
    await inBoth(tx, grant, ended, name, { own: "share.end", theirs: "share.ended" }, { share: id });
    await changed(tx, id, ended.lab.id, labId);
    return true;
  });

/** Tells open pages of both labs, and makes those of the lab that receives ask whether they may stay. */
async function changed(
  tx: Prisma.TransactionClient,
  share: string,
  labId: string,
  toLabId: string | null,
): Promise<void> {
  await publish(tx, labId, { kind: "share", share });
  if (toLabId === null) return;
  await publish(tx, toLabId, { kind: "share", share });
  await recheckLab(tx, toLabId);
}

/** One entry in the log of each lab: one by the person, one by the other lab. */
async function inBoth(
  tx: Prisma.TransactionClient,
  grant: LabGrant,
  of: Pick<ShareRow, "objectKind" | "objectId"> & { lab: { id: string; slug: string } },
  name: string,
  action: { own: "share.accept" | "share.end"; theirs: "share.accepted" | "share.ended" },
  details: { share: string },
): Promise<void> {
  const giver = systemGrantIn(of.lab, "shares: what another lab did");
  await audit(tx, grant, action.own, { kind: "share", id: details.share, name }, {}, of.lab.id);
  await audit(tx, giver, action.theirs, objectOf(of, name), details, grant.labId);
}

export const findByToken = (_grant: PublicGrant, tokenHash: string): Promise<ShareRow | null> =>
  db().share.findUnique({ where: { tokenHash }, select: share });

/** By its link (a token's hash) or, where it was offered to this lab's address, by its id. */
export type Offer = { readonly tokenHash: string } | { readonly id: string };
export type Accepted =
  { readonly outcome: "accepted"; readonly id: string } | { readonly outcome: "own" | "gone" };

/** Takes up an offer: of several who try at once, one lab does. `nameOf` says what the object is called, for the logs. */
export const accept = (
  grant: LabGrant,
  offer: Offer,
  nameOf: (row: ShareRow) => Promise<string>,
): Promise<Accepted> =>
  db().$transaction(async (tx) => {
    const { labId, labSlug, userId } = grant;
    const where = "id" in offer ? { id: offer.id, toSlug: labSlug } : { tokenHash: offer.tokenHash };
    const row = await tx.share.findFirst({ where, select: share });
    if (!row) return { outcome: "gone" };
    if (row.lab.id === labId) return { outcome: "own" };
    const { count } = await tx.share.updateMany({
      where: { id: row.id, ...open(), ...offered() },
      data: { toLabId: labId, acceptedById: userId, acceptedAt: new Date() },
    });
    if (count === 0)
      return row.toLabId === labId && row.acceptedAt !== null && !row.revokedAt && !row.endedAt
        ? { outcome: "accepted", id: row.id }
        : { outcome: "gone" };
    await inBoth(
      tx,
      grant,
      row,
      await nameOf(row),
      { own: "share.accept", theirs: "share.accepted" },
      {
        share: row.id,
      },
    );
    await changed(tx, row.id, row.lab.id, labId);
    return { outcome: "accepted", id: row.id };
  });

/** What a share of this grant allows, and the licences of the recordings that it opens. */
export async function findTerms(
  grant: ShareGrant,
): Promise<(Consents & { licence: string; level: ShareLevel; recordings: string[] }) | null> {
  const row = await db().share.findFirst({ where: { id: grant.shareId, ...open() }, select: share });
  if (!row) return null;
  const recordings = await db().datasetVersion.findMany({
    where: { labId: grant.labId, id: { in: [...grant.closure.datasetVersions] } },
    select: { licence: true },
    distinct: ["licence"],
  });
  return { ...row, recordings: recordings.map(({ licence }) => licence) };
}
