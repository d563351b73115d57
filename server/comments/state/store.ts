import type { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { db } from "../../db";

/** What numbers of an object hang on: a few columns per kind, because every page of an object asks for them. */

interface Version {
  readonly number: number;
  readonly hash: string;
}
const newest = { orderBy: { number: "desc" }, take: 1 } as const;
const numbered = (number: number | null) => (number === null ? newest : { where: { number }, take: 1 });

export async function findModelVersion(
  { labId }: InLab,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().model.findFirst({
    where: { labId, id },
    select: { versions: { select: { number: true, hash: true }, ...numbered(number) } },
  });
  return found?.versions[0] ?? null;
}

export async function findParadigmVersion(
  { labId }: InLab,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().paradigm.findFirst({
    where: { labId, id },
    select: { versions: { select: { number: true, hash: true }, ...numbered(number) } },
  });
  return found?.versions[0] ?? null;
}

export async function findDatasetVersion(
  { labId }: InLab,
  id: string,
  number: number | null,
): Promise<Version | null> {
  const found = await db().dataset.findFirst({
    where: { labId, id },
    select: { versions: { select: { number: true, contentHash: true }, ...numbered(number) } },
  });
  const version = found?.versions[0];
  return version ? { number: version.number, hash: version.contentHash } : null;
}

export const findRunResult = ({ labId }: InLab, id: string) =>
  db().run.findFirst({
    where: { labId, id },
    select: { engineVersion: true, result: { select: { hash: true } } },
  });

export async function countRuns({ labId }: InLab, experimentId: string) {
  const [row] = await db().$queryRaw<{ done: number; of: number; engines: string[] }[]>`
    SELECT count(*) FILTER (WHERE r.status = 'done')::int AS done, count(*)::int AS of,
      COALESCE(array_agg(DISTINCT r."engineVersion") FILTER (WHERE r.status = 'done'), '{}') AS engines
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    WHERE c."experimentId" = ${experimentId} AND r."labId" = ${labId}`;
  return row;
}

/** The state as it was saved (contracts/comparison.ts). */
export async function findComparisonState({ labId }: InLab, id: string): Promise<Prisma.JsonValue> {
  const found = await db().comparison.findFirst({ where: { labId, id }, select: { state: true } });
  return found?.state ?? null;
}
