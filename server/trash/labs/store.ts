import { Prisma } from "../../../prisma/generated/client";
import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { removeQueuedOf } from "../../jobs/cancel";
import { deleteRuns } from "../../runs/service";

export interface DueLab {
  readonly id: string;
  readonly slug: string;
}

export const listDue = (_grant: SystemGrant): Promise<DueLab[]> =>
  db().lab.findMany({
    where: { deleteAt: { lte: new Date() } },
    select: { id: true, slug: true },
    orderBy: { deleteAt: "asc" },
  });

/** What holds many or large rows, and how many go in one transaction. */
export interface Portion {
  readonly table: string;
  readonly rows: number;
  /** From a row of it, `x`, to the row that says whose it is, `o`; left out where it says so itself. */
  readonly through?: Prisma.Sql;
}

const blocks = (table: string): Portion => ({
  ...{ table, rows: 200 },
  through: Prisma.sql`JOIN "DatasetSession" e ON e.id = x."sessionId" JOIN "DatasetSubject" s ON s.id = e."subjectId"
    JOIN "DatasetVersion" o ON o.id = s."datasetVersionId"`,
});

/** In an order that no reference forbids: what points goes before what it points at. */
export const portions: readonly Portion[] = [
  {
    ...{ table: "PublicationPart", rows: 100 },
    through: Prisma.sql`JOIN "Publication" o ON o.id = x."publicationId"`,
  },
  { table: "Publication", rows: 20 },
  { table: "Thread", rows: 200 },
  { table: "Comparison", rows: 200 },
  { table: "Dashboard", rows: 20 },
  { table: "Experiment", rows: 5 },
  { table: "Run", rows: 20 },
  { table: "History", rows: 100 },
  { table: "Model", rows: 50 },
  { table: "Paradigm", rows: 50 },
  blocks("DatasetSamples"),
  blocks("DatasetMean"),
  blocks("DatasetEvents"),
  blocks("DatasetValues"),
  { ...blocks("DatasetTrial"), rows: 20_000 },
  { table: "Dataset", rows: 1 },
  {
    ...{ table: "UploadChunk", rows: 64 },
    through: Prisma.sql`JOIN "Upload" o ON o.id = x."uploadId"`,
  },
  { table: "Upload", rows: 100 },
];

/** Jobs may wait for these, or for what belongs to them. */
const withJobs: readonly string[] = ["Run", "Dataset", "Upload"];

/** @returns how many rows went. */
export const deletePortion = (
  grant: SystemGrant,
  { id: labId }: DueLab,
  { table, rows, through }: Portion,
): Promise<number> =>
  db().$transaction(async (tx) => {
    const name = Prisma.raw(`"${table}"`);
    if (table === "Publication") return entomb(tx, labId, rows);
    if (!withJobs.includes(table))
      return tx.$executeRaw`DELETE FROM ${name} WHERE ctid = ANY(ARRAY(
        SELECT x.ctid FROM ${name} x ${through ?? Prisma.empty}
        WHERE ${through ? Prisma.sql`o` : Prisma.sql`x`}."labId" = ${labId} LIMIT ${rows}))`;
    const found = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM ${name} WHERE "labId" = ${labId} LIMIT ${rows}`;
    const ids = found.map(({ id }) => id);
    if (table === "Run") return deleteRuns(grant, tx, ids);
    await removeQueuedOf(tx, await jobsOf(tx, table, ids));
    return tx.$executeRaw`DELETE FROM ${name} WHERE id = ANY(${ids}::text[])`;
  });

/** Whoever has the address is told that it was one; what remains says nothing of whose, or of what. */
const entomb = (tx: Prisma.TransactionClient, labId: string, rows: number): Promise<number> =>
  tx.$executeRaw`
    WITH gone AS (
      DELETE FROM "Publication" WHERE id = ANY(ARRAY(SELECT id FROM "Publication" WHERE "labId" = ${labId} LIMIT ${rows}))
      RETURNING slug, "createdAt"
    )
    INSERT INTO "Tombstone" ("slugHash", "publishedOn", "goneOn")
    SELECT encode(sha256(convert_to(slug, 'UTF8')), 'hex'), "createdAt"::date, now()::date FROM gone`;

/** What jobs about these rows are called by. */
async function jobsOf(tx: Prisma.TransactionClient, table: string, ids: readonly string[]) {
  const within = { in: [...ids] };
  const select = { id: true } as const;
  const rows =
    table === "Dataset"
      ? await tx.datasetVersion.findMany({ where: { datasetId: within }, select })
      : table === "Upload"
        ? await tx.uploadInspection.findMany({ where: { uploadId: within }, select })
        : [];
  return rows.map(({ id }) => id);
}

/** The lab itself, with all that goes by itself with it, and what other labs hold of it. */
export const deleteRest = (_grant: SystemGrant, { id, slug }: DueLab): Promise<void> =>
  db().$transaction(async (tx) => {
    await tx.departure.updateMany({ where: { labId: id }, data: { objectId: null, objectName: null } });
    await tx.departure.updateMany({ where: { toLabId: id }, data: { intoId: null } });
    // offers of other labs to an address that is nobody's any more
    await tx.share.deleteMany({ where: { toSlug: slug, toLabId: null } });
    await tx.lab.deleteMany({ where: { id } });
  });
