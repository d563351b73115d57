import type { NameFilter } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { readable, readableIds } from "../access/scope";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { enqueue } from "../jobs/enqueue";
import { publish } from "../jobs/live";
import { type Listing, nameOf, readableRows } from "../lists/service";
import { importJob } from "./import/job";

const signal = {
  ...{ id: true, name: true, region: true, sensor: true, channel: true, unit: true, samplingRateHz: true },
  ...{ t0Seconds: true, samplesPerTrial: true, alignment: true, processing: true },
} as const satisfies Prisma.DatasetSignalSelect;
export type SignalRecord = Prisma.DatasetSignalGetPayload<{ select: typeof signal }>;

const version = {
  ...{ id: true, datasetId: true, number: true, status: true, problem: true, remarks: true, licence: true },
  ...{
    citation: true,
    doi: true,
    source: true,
    task: true,
    replicate: true,
    contentHash: true,
    format: true,
  },
  ...{ answers: true, assumed: true, timing: true, summary: true, createdById: true, createdAt: true },
  ...{ importedAt: true, uploadId: true, bytesRead: true, partsStored: true, cancelRequested: true },
  upload: { select: { fileName: true, byteLength: true } },
  dataset: { select: { name: true } },
  signals: { select: signal, orderBy: { position: "asc" } },
  measures: {
    select: { name: true, unit: true, window: true, processing: true },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.DatasetVersionSelect;
const dataset = {
  id: true,
  name: true,
  tags: true,
  trashedAt: true,
} as const satisfies Prisma.DatasetSelect;
const newest = { select: version, orderBy: { number: "desc" }, take: 1 } as const;
export type VersionRecord = Prisma.DatasetVersionGetPayload<{ select: typeof version }>;
export type DatasetRecord = Prisma.DatasetGetPayload<{ select: ReturnType<typeof readableDataset> }>;

/** Every dataset that is not in the trash, by its newest version. */
export function listing(grant: Reader): Listing {
  const author = nameOf(grant, Prisma.sql`v."createdById"`);
  return {
    from: Prisma.sql`FROM "Dataset" d CROSS JOIN LATERAL (
        SELECT * FROM "DatasetVersion" version
        WHERE version."datasetId" = d.id AND ${readableRows(grant, "datasetVersions", "version")}
        ORDER BY version.number DESC LIMIT 1
      ) v WHERE ${readableRows(grant, "datasets", "d")} AND d."trashedAt" IS NULL`,
    id: Prisma.sql`d.id`,
    words: Prisma.sql`concat_ws(' ', d.name, array_to_string(d.tags, ' '), ${author}, v.licence, v.citation, v.task,
      v.format, (SELECT string_agg(s.name, ' ') FROM "DatasetSignal" s WHERE s."datasetVersionId" = v.id))`,
    sorts: {
      changed: { by: Prisma.sql`v."createdAt"`, as: "time" },
      name: { by: Prisma.sql`lower(d.name)`, as: "text" },
      author: { by: Prisma.sql`lower(coalesce(${author}, ''))`, as: "text" },
      licence: { by: Prisma.sql`lower(v.licence)`, as: "text" },
    },
    columns: {
      status: Prisma.sql`ARRAY[v.status::text]`,
      author: Prisma.sql`ARRAY[coalesce(v."createdById", '')]`,
      tag: Prisma.sql`d.tags`,
      licence: Prisma.sql`ARRAY[v.licence]`,
    },
  };
}

/** Those of the asked datasets that may be read, in no order; each with its newest version and how many it has. */
export const findDatasets = (grant: Reader, ids: readonly string[]): Promise<DatasetRecord[]> =>
  db().dataset.findMany({
    where: { AND: [readable.datasets(grant), { id: { in: [...ids] } }] },
    select: readableDataset(grant),
  });

export const findDataset = (grant: Reader, id: string): Promise<DatasetRecord | null> =>
  db().dataset.findFirst({
    where: { AND: [readable.datasets(grant), { id }] },
    select: readableDataset(grant),
  });

const readableDataset = (grant: Reader) => ({
  ...dataset,
  versions: { ...newest, where: readable.datasetVersions(grant) },
  _count: { select: { versions: { where: readable.datasetVersions(grant) } } },
});

export const findDatasetNamed = (grant: InLab, name: string): Promise<DatasetRecord | null> =>
  db().dataset.findUnique({
    where: { labId_name: { labId: grant.labId, name } },
    select: readableDataset(grant),
  });

/** The version that was made of the same file with the same answers. */
export const findSame = ({ labId }: InLab, datasetId: string, contentHash: string) =>
  db().datasetVersion.findFirst({
    where: { labId, datasetId, contentHash },
    select: { id: true, datasetId: true },
  });

/** Versions before this number, newest first. */
export const listVersions = (
  grant: Reader,
  datasetId: string,
  before: number,
  take: number,
): Promise<VersionRecord[]> =>
  db().datasetVersion.findMany({
    where: { AND: [readable.datasetVersions(grant), { datasetId, number: { lt: before } }] },
    select: version,
    orderBy: { number: "desc" },
    take,
  });

export const findVersion = (grant: Reader, id: string): Promise<VersionRecord | null> =>
  db().datasetVersion.findFirst({
    where: { AND: [readable.datasetVersions(grant), { id }] },
    select: version,
  });

/** By id, in the trash or not; or the newest that are not and whose name holds the text. */
export const listNames = (grant: Reader, filter: NameFilter) =>
  db().dataset.findMany({
    where: {
      AND: [
        readable.datasets(grant),
        "ids" in filter
          ? { id: { in: [...filter.ids] } }
          : { trashedAt: null, name: { contains: filter.text, mode: "insensitive" as const } },
      ],
    },
    select: {
      id: true,
      name: true,
      createdAt: true,
      versions: {
        select: { number: true },
        orderBy: { number: "desc" },
        take: 1,
        where: readable.datasetVersions(grant),
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });

export interface NewVersion {
  /** Null makes a new dataset of this name. */
  readonly datasetId: string | null;
  readonly name: string;
  readonly number: number;
  readonly uploadId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly licence: string;
  readonly citation: string;
  readonly doi: string | null;
  readonly source: string;
  readonly contentHash: string;
}

/** The version and the job that imports it: both or neither. Null when the name, the number or the content is taken. */
export function insertVersion(grant: InLab, wanted: NewVersion): Promise<string | null> {
  const { labId, userId } = grant;
  const { datasetId, name, answers, ...rest } = wanted;
  const data = { ...rest, answers: answers as Prisma.InputJsonObject };
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const own = datasetId ?? (await tx.dataset.create({ data: { labId, name, createdById: userId } })).id;
      const { id, dataset } = await tx.datasetVersion.create({
        data: { ...data, labId, datasetId: own, createdById: userId },
        select: { id: true, dataset: { select: { name: true } } },
      });
      const object = { kind: "dataset" as const, id: own, name: dataset.name };
      await audit(tx, grant, "dataset.import", object, { version: data.number, licence: data.licence });
      await queue(tx, labId, { id, datasetId: own });
      return id;
    }),
  );
}

/** Queues a version again that was refused or cancelled. @returns false when it is neither. */
export const retryVersion = (
  grant: InLab,
  { id, datasetId }: { readonly id: string; readonly datasetId: string },
): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId } = grant;
    const [again] = await tx.datasetVersion.updateManyAndReturn({
      where: { id, labId, status: { in: ["refused", "cancelled"] } },
      data: { status: "uploaded", problem: null, cancelRequested: false },
      select: { number: true, dataset: { select: { name: true } } },
    });
    if (!again) return false;
    const object = { kind: "dataset" as const, id: datasetId, name: again.dataset.name };
    await audit(tx, grant, "dataset.retry", object, { version: again.number });
    await queue(tx, labId, { id, datasetId });
    return true;
  });

async function queue(
  tx: Prisma.TransactionClient,
  labId: string,
  version: { id: string; datasetId: string },
) {
  const { id, datasetId } = version;
  await enqueue(tx, [importJob(id)]);
  await publish(tx, labId, { kind: "dataset", dataset: datasetId, version: id, status: "uploaded" });
}

export interface SessionRecord {
  readonly id: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly group: string;
  readonly sex: string | null;
  readonly genotype: string | null;
  readonly index: number;
  readonly session: string;
  readonly date: string | null;
  readonly trials: number;
  readonly excluded: number;
  /** Names of the signals that it has samples of. */
  readonly signals: string[];
}
/** Who and how many, in the order of the file. */
export const listSessions = (grant: Reader, versionId: string) =>
  db().$queryRaw<SessionRecord[]>`
    SELECT e.id, s.id AS "subjectId", s.name AS subject, s."group", s.sex, s.genotype, e.index, e.name AS session, e.date,
      (SELECT count(*)::int FROM "DatasetTrial" t WHERE t."sessionId" = e.id) AS trials,
      (SELECT count(*)::int FROM "DatasetTrial" t WHERE t."sessionId" = e.id AND t.excluded) AS excluded,
      ARRAY(
        SELECT g.name FROM "DatasetSignal" g WHERE g."datasetVersionId" = v.id
          AND EXISTS (SELECT FROM "DatasetSamples" x WHERE x."sessionId" = e.id AND x."signalId" = g.id)
        ORDER BY g.position
      ) AS signals
    FROM "DatasetVersion" v
    JOIN "DatasetSubject" s ON s."datasetVersionId" = v.id
    JOIN "DatasetSession" e ON e."subjectId" = s.id
    WHERE v."labId" = ${grant.labId} AND v.id = ${versionId} AND ${within(grant)}
    ORDER BY s.position, e.index`;

/** Of "DatasetVersion" v: those that may be read. */
function within(grant: Reader): Prisma.Sql {
  const ids = readableIds(grant, "datasetVersions");
  return Prisma.sql`(${ids}::text[] IS NULL OR v.id = ANY(${ids}::text[]))`;
}

export const listSignals = (grant: Reader, versionId: string): Promise<SignalRecord[]> =>
  db().datasetSignal.findMany({
    where: { datasetVersionId: versionId, datasetVersion: readable.datasetVersions(grant) },
    select: signal,
    orderBy: { position: "asc" },
  });

/** What a search reads. */
export const documents = (grant: Reader): Prisma.Sql => Prisma.sql`
  SELECT d.id, d.name AS title, d.tags, v."createdAt" AS at, concat_ws(E'\n', v.citation, v.task, v.source, v.doi,
    v.licence, v.format, (SELECT string_agg(concat_ws(' ', s.name, s.region, s.sensor), ', ')
    FROM "DatasetSignal" s WHERE s."datasetVersionId" = v.id)) AS body
  ${listing(grant).from}`;
