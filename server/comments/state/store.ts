import type { Prisma } from "../../../prisma/generated/client";
import type { Reader } from "../../access/grant";
import { readable } from "../../access/scope";
import { db } from "../../db";

/** What numbers of an object hang on: a few columns per kind, because every page of an object asks for them. */

interface Version {
  readonly number: number;
  /** Null where the version says it all. */
  readonly hash: string | null;
}
/** The one of that number, else the newest, of those that the grant may read. */
const numbered = <Where extends object>(where: Where, number: number | null) =>
  ({
    where: { ...where, ...(number !== null && { number }) },
    orderBy: { number: "desc" },
    take: 1,
  }) as const;

export async function findModelVersion(
  grant: Reader,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().model.findFirst({
    where: { ...readable.models(grant), AND: { id } },
    select: {
      versions: { select: { number: true, hash: true }, ...numbered(readable.modelVersions(grant), number) },
    },
  });
  return found?.versions[0] ?? null;
}

export async function findParadigmVersion(
  grant: Reader,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().paradigm.findFirst({
    where: { ...readable.paradigms(grant), AND: { id } },
    select: {
      versions: {
        select: { number: true, hash: true },
        ...numbered(readable.paradigmVersions(grant), number),
      },
    },
  });
  return found?.versions[0] ?? null;
}

export async function findDatasetVersion(
  grant: Reader,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().dataset.findFirst({
    where: { ...readable.datasets(grant), AND: { id } },
    select: {
      versions: {
        select: { number: true, contentHash: true },
        ...numbered(readable.datasetVersions(grant), number),
      },
    },
  });
  const version = found?.versions[0];
  return version ? { number: version.number, hash: version.contentHash } : null;
}

export async function findDashboardVersion(
  grant: Reader,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().dashboard.findFirst({
    where: { ...readable.dashboards(grant), AND: { id } },
    select: { versions: { select: { number: true }, ...numbered({}, number) } },
  });
  const version = found?.versions[0];
  return version ? { number: version.number, hash: null } : null;
}

export const findRunResult = ({ labId }: Reader, id: string) =>
  db().run.findFirst({
    where: { labId, id },
    select: { engineVersion: true, result: { select: { hash: true } } },
  });

export async function countRuns({ labId }: Reader, experimentId: string) {
  const [row] = await db().$queryRaw<{ done: number; of: number; engines: string[] }[]>`
    SELECT count(*) FILTER (WHERE r.status = 'done')::int AS done, count(*)::int AS of,
      COALESCE(array_agg(DISTINCT r."engineVersion") FILTER (WHERE r.status = 'done'), '{}') AS engines
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    WHERE c."experimentId" = ${experimentId} AND r."labId" = ${labId}`;
  return row;
}

/** The state as it was saved (contracts/comparison.ts). */
export async function findComparisonState({ labId }: Reader, id: string): Promise<Prisma.JsonValue> {
  const found = await db().comparison.findFirst({ where: { labId, id }, select: { state: true } });
  return found?.state ?? null;
}
