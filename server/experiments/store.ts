import type { RunStatus, StatusCounts } from "../../contracts/experiment";
import type { NameFilter } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader, SystemGrant } from "../access/grant";
import { readable, readableIds } from "../access/scope";
import { db } from "../db";

/** Newest first; a list longer than this is not read by anybody. */
const listed = 200;

const summary = {
  id: true,
  name: true,
  tags: true,
  createdById: true,
  createdAt: true,
  arms: true,
  subjects: true,
  repetitions: true,
  paradigmVersion: { select: { paradigm: { select: { name: true } } } },
  models: {
    orderBy: { position: "asc" },
    select: {
      modelVersion: {
        select: { id: true, number: true, theory: true, role: true, model: { select: { name: true } } },
      },
    },
  },
} as const satisfies Prisma.ExperimentSelect;
const detail = {
  id: true,
  name: true,
  notes: true,
  createdById: true,
  createdAt: true,
  arms: true,
  subjects: true,
  repetitions: true,
  seed: true,
  models: { orderBy: { position: "asc" }, select: { modelVersionId: true } },
  paradigmVersion: { select: { id: true, number: true, spec: true, paradigm: { select: { name: true } } } },
} as const satisfies Prisma.ExperimentSelect;

export type ExperimentRow = Prisma.ExperimentGetPayload<{ select: typeof summary }>;
export type ExperimentDetailRow = Prisma.ExperimentGetPayload<{ select: typeof detail }>;

export const listExperiments = (grant: Reader): Promise<ExperimentRow[]> =>
  db().experiment.findMany({
    where: readable.experiments(grant),
    select: summary,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: listed,
  });

export const findExperiment = (grant: Reader, id: string): Promise<ExperimentDetailRow | null> =>
  db().experiment.findFirst({ where: { AND: [readable.experiments(grant), { id }] }, select: detail });

/** By id, or the newest whose name holds the text. */
export const listNames = (grant: Reader, filter: NameFilter) =>
  db().experiment.findMany({
    where: {
      AND: [
        readable.experiments(grant),
        "ids" in filter
          ? { id: { in: [...filter.ids] } }
          : { name: { contains: filter.text, mode: "insensitive" as const } },
      ],
    },
    select: { id: true, name: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });

export interface CellRow {
  id: string;
  modelVersionId: string;
  arm: string;
  subjectKey: string;
  repetition: number;
  status: RunStatus;
  trials: number;
  trialsDone: number;
  error: string | null;
}
/** The places of an experiment in their order. */
export const listCells = (grant: Reader, experimentId: string) =>
  db().$queryRaw<CellRow[]>`
    SELECT r.id, c."modelVersionId", r.arm, r."subjectKey", r.repetition, r.status, r.trials, r."trialsDone", r.error
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    WHERE c."experimentId" = ${experimentId} AND r."labId" = ${grant.labId} AND ${within(grant)} ORDER BY c.position`;

/** Of "ExperimentRun" c: those of experiments that may be read. */
function within(grant: Reader): Prisma.Sql {
  const ids = readableIds(grant, "experiments");
  return Prisma.sql`(${ids}::text[] IS NULL OR c."experimentId" = ANY(${ids}::text[]))`;
}

/** How many places of each experiment stand where. */
export async function countCells(grant: Reader, experimentIds: readonly string[]) {
  const rows = await db().$queryRaw<{ experimentId: string; status: RunStatus; count: number }[]>`
    SELECT c."experimentId", r.status, count(*)::int AS count
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    WHERE r."labId" = ${grant.labId} AND c."experimentId" = ANY(${[...experimentIds]}::text[]) AND ${within(grant)}
    GROUP BY c."experimentId", r.status`;
  const counts = new Map<string, StatusCounts>(experimentIds.map((id) => [id, noRuns()]));
  for (const { experimentId, status, count } of rows) counts.get(experimentId)![status] = count;
  return counts;
}
const noRuns = (): StatusCounts => ({ queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 });

/** Summaries of the finished runs of each experiment's first model and first arm. */
export const firstGroupSummaries = (grant: Reader, experimentIds: readonly string[]) =>
  db().$queryRaw<{ experimentId: string; summary: unknown }[]>`
    SELECT e.id AS "experimentId", res.summary
    FROM "Experiment" e
    JOIN "ExperimentModel" m ON m."experimentId" = e.id AND m.position = 0
    JOIN "ExperimentRun" c ON c."experimentId" = e.id AND c."modelVersionId" = m."modelVersionId"
    JOIN "Run" r ON r.id = c."runId" AND r.arm = e.arms[1] AND r.status = 'done'
    JOIN "RunResult" res ON res.id = r."resultId"
    WHERE e."labId" = ${grant.labId} AND e.id = ANY(${[...experimentIds]}::text[]) AND ${within(grant)}`;

/** The version with its task, when the lab has it. */
export const findParadigmVersion = ({ labId }: InLab, id: string) =>
  db().paradigmVersion.findFirst({ where: { labId, id }, select: { id: true, spec: true } });

/** Which of these computations the lab has, done, running or waiting. */
export async function countExisting(
  { labId }: InLab,
  engineVersion: string,
  specHashes: readonly string[],
): Promise<number> {
  const [{ count }] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Run"
    WHERE "labId" = ${labId} AND "engineVersion" = ${engineVersion} AND recomputation = 0
      AND status IN ('done', 'running', 'queued') AND "specHash" = ANY(${[...specHashes]}::text[])`;
  return count;
}

/** Median processor time per training trial (ms) of recent runs of each theory, on whatever computed them. */
export async function msPerTrial(_grant: SystemGrant, theories: readonly string[]) {
  const rows = await db().$queryRaw<{ theory: string; ms: number }[]>`
    SELECT theory, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS ms FROM (
      SELECT v.theory, r."cpuMs"::float8 / r.trials AS ms,
        row_number() OVER (PARTITION BY v.theory ORDER BY r."finishedAt" DESC) AS recent
      FROM "Run" r JOIN "ModelVersion" v ON v.id = r."modelVersionId"
      WHERE r.status = 'done' AND r."cpuMs" IS NOT NULL AND v.theory = ANY(${[...theories]}::text[])
    ) AS runs WHERE recent <= 50 GROUP BY theory`;
  return new Map(rows.map(({ theory, ms }) => [theory, ms]));
}
