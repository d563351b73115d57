import type { NameFilter } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { enqueue } from "../jobs/enqueue";
import { publish } from "../jobs/live";

const version = {
  id: true,
  datasetId: true,
  number: true,
  status: true,
  problem: true,
  remarks: true,
  licence: true,
  citation: true,
  source: true,
  contentHash: true,
  mapping: true,
  createdById: true,
  createdAt: true,
  uploadId: true,
  upload: { select: { fileName: true } },
  dataset: { select: { name: true } },
} as const satisfies Prisma.DatasetVersionSelect;
const dataset = {
  id: true,
  name: true,
  tags: true,
  archivedAt: true,
  versions: { select: version, orderBy: { number: "desc" } },
} as const satisfies Prisma.DatasetSelect;
export type VersionRecord = Prisma.DatasetVersionGetPayload<{ select: typeof version }>;
export type DatasetRecord = Prisma.DatasetGetPayload<{ select: typeof dataset }>;

/** Every dataset that is not archived, newest first; each with all its versions, newest first. */
export const listDatasets = ({ labId }: InLab): Promise<DatasetRecord[]> =>
  db().dataset.findMany({
    where: { labId, archivedAt: null },
    select: dataset,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });

export const findDataset = ({ labId }: InLab, id: string): Promise<DatasetRecord | null> =>
  db().dataset.findFirst({ where: { labId, id }, select: dataset });

export const findDatasetNamed = ({ labId }: InLab, name: string): Promise<DatasetRecord | null> =>
  db().dataset.findUnique({ where: { labId_name: { labId, name } }, select: dataset });

export const findVersion = ({ labId }: InLab, id: string): Promise<VersionRecord | null> =>
  db().datasetVersion.findFirst({ where: { labId, id }, select: version });

/** By id, archived or not; or the newest that are not archived and whose name holds the text. */
export const listNames = ({ labId }: InLab, filter: NameFilter) =>
  db().dataset.findMany({
    where:
      "ids" in filter
        ? { labId, id: { in: [...filter.ids] } }
        : { labId, archivedAt: null, name: { contains: filter.text, mode: "insensitive" } },
    select: {
      id: true,
      name: true,
      createdAt: true,
      versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });

export async function setArchived(grant: InLab, id: string, archived: boolean): Promise<boolean> {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    const [changed] = await tx.dataset.updateManyAndReturn({
      where: { labId, id },
      data: { archivedAt: archived ? new Date() : null },
      select: { name: true },
    });
    if (!changed) return false;
    const object = { kind: "dataset" as const, id, ...changed };
    await audit(tx, grant, archived ? "dataset.trash" : "dataset.restore", object);
    return true;
  });
}

export interface NewVersion {
  /** Null makes a new dataset of this name. */
  readonly datasetId: string | null;
  readonly name: string;
  readonly number: number;
  readonly uploadId: string;
  readonly mapping: Prisma.InputJsonObject;
  readonly licence: string;
  readonly citation: string;
  readonly source: string;
  readonly contentHash: string;
}

/** The version and the job that imports it: both or neither. Null when the name, the number or the content is taken. */
export function insertVersion(grant: InLab, wanted: NewVersion): Promise<string | null> {
  const { labId, userId } = grant;
  const { datasetId, name, ...data } = wanted;
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

/** Queues a refused version again. @returns false when it is no longer refused. */
export const retryVersion = (
  grant: InLab,
  { id, datasetId }: { readonly id: string; readonly datasetId: string },
): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId } = grant;
    const [again] = await tx.datasetVersion.updateManyAndReturn({
      where: { id, labId, status: "refused" },
      data: { status: "uploaded", problem: null },
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
  const key = `import-dataset:${id}`;
  await enqueue(tx, [{ name: "import-dataset", payload: { datasetVersionId: id }, key, priority: -1 }]);
  await publish(tx, labId, { kind: "dataset", dataset: datasetId, version: id, status: "uploaded" });
}

export interface SessionRecord {
  readonly versionId: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly group: string;
  readonly session: string;
  readonly trials: number;
  readonly excluded: number;
}
/** Who and how many, in the order of the file. */
export const listSessions = ({ labId }: InLab, versionIds: readonly string[]) =>
  db().$queryRaw<SessionRecord[]>`
    SELECT s."datasetVersionId" AS "versionId", s.id AS "subjectId", s.name AS subject, s."group", e.name AS session,
      count(t.id)::int AS trials, count(t.id) FILTER (WHERE t.excluded)::int AS excluded
    FROM "DatasetVersion" v
    JOIN "DatasetSubject" s ON s."datasetVersionId" = v.id
    JOIN "DatasetSession" e ON e."subjectId" = s.id
    LEFT JOIN "DatasetTrial" t ON t."sessionId" = e.id
    WHERE v."labId" = ${labId} AND v.id = ANY(${[...versionIds]}::text[])
    GROUP BY v.id, s.id, e.id
    ORDER BY v.id, s.position, e.index`;

const signal = {
  id: true,
  name: true,
  region: true,
  sensor: true,
  unit: true,
  samplingRateHz: true,
  t0Seconds: true,
  alignment: true,
  processing: true,
} as const satisfies Prisma.DatasetSignalSelect;
export type SignalRecord = Prisma.DatasetSignalGetPayload<{ select: typeof signal }>;

export const listSignals = ({ labId }: InLab, versionId: string): Promise<SignalRecord[]> =>
  db().datasetSignal.findMany({
    where: { datasetVersionId: versionId, datasetVersion: { labId } },
    select: signal,
    orderBy: { name: "asc" },
  });

/** Samples of every trial of a subject that is not excluded: Float32, little-endian. */
export const listSamples = ({ labId }: InLab, subjectId: string) =>
  db().$queryRaw<{ signalId: string; values: Uint8Array }[]>`
    SELECT x."signalId", x.values
    FROM "DatasetSubject" s
    JOIN "DatasetVersion" v ON v.id = s."datasetVersionId" AND v."labId" = ${labId}
    JOIN "DatasetSession" e ON e."subjectId" = s.id
    JOIN "DatasetTrial" t ON t."sessionId" = e.id AND NOT t.excluded
    JOIN "DatasetTrialSamples" x ON x."trialId" = t.id
    WHERE s.id = ${subjectId}
    ORDER BY e.index, t.index`;
