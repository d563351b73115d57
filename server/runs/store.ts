import type { RunStatus } from "../../contracts/experiment";
import type { Prisma } from "../../prisma/generated/client";
import type { Reader } from "../access/grant";
import { readable } from "../access/scope";
import { db } from "../db";
import { naming } from "./name";

const cell = {
  id: true,
  modelVersionId: true,
  arm: true,
  subjectKey: true,
  repetition: true,
  status: true,
  trials: true,
  trialsDone: true,
  error: true,
} as const satisfies Prisma.RunSelect;

const detail = {
  ...cell,
  subject: true,
  seed: true,
  attempts: true,
  engineVersion: true,
  specHash: true,
  recomputation: true,
  traceBinMs: true,
  log: true,
  cpuMs: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  result: { select: { hash: true } },
  paradigmVersion: { select: { id: true, number: true, spec: true, paradigm: { select: { name: true } } } },
  experiments: {
    distinct: ["experimentId"],
    select: { experiment: { select: { id: true, name: true, subjects: true, createdAt: true } } },
  },
} as const satisfies Prisma.RunSelect;

export type RunRow = Prisma.RunGetPayload<{ select: typeof detail }>;

export interface RunFilter {
  readonly experiment?: string;
  readonly modelVersion?: string;
  readonly status?: RunStatus;
  readonly cursor?: string;
  readonly limit: number;
}

/** Whether the lab has what a filter names. */
export async function hasExperiment(grant: Reader, id: string): Promise<boolean> {
  return (await db().experiment.count({ where: { AND: [readable.experiments(grant), { id }] } })) > 0;
}

/** One more than asked where there are more; in the order of their ids, so that a page never shifts. */
export function listRuns(grant: Reader, { experiment, modelVersion, status, cursor, limit }: RunFilter) {
  return db().run.findMany({
    where: {
      AND: [
        readable.runs(grant),
        {
          status,
          modelVersionId: modelVersion,
          experiments: experiment ? { some: { experimentId: experiment } } : undefined,
          id: cursor ? { gte: cursor } : undefined,
        },
      ],
    },
    select: cell,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
}

/** With those of its experiments that may be read. */
export const findRun = (grant: Reader, id: string): Promise<RunRow | null> =>
  db().run.findFirst({
    where: { AND: [readable.runs(grant), { id }] },
    select: readableDetail(grant),
  });

const readableDetail = (grant: Reader) => ({
  ...detail,
  experiments: { ...detail.experiments, where: { experiment: readable.experiments(grant) } },
});

/** What names a run, for those of the asked that may be read. */
export const listNames = (grant: Reader, ids: readonly string[]) =>
  db().run.findMany({
    where: { AND: [readable.runs(grant), { id: { in: [...ids] } }] },
    select: { id: true, createdAt: true, ...naming },
  });

export interface RunAt {
  readonly experiment: string;
  readonly model: string;
  readonly arm: string;
  readonly subject: string;
  readonly repetition: number;
}

/** The run of record at a place of an experiment's grid. */
export async function findRunAt(
  grant: Reader,
  { experiment, model, arm, subject, repetition }: RunAt,
): Promise<RunRow | null> {
  const cell = await db().experimentRun.findFirst({
    where: {
      experimentId: experiment,
      modelVersionId: model,
      experiment: readable.experiments(grant),
      run: { arm, subjectKey: subject, repetition, recomputation: 0 },
    },
    select: { run: { select: readableDetail(grant) } },
  });
  return cell?.run ?? null;
}

/** What the run gave, and whether it ever gave anything; null when the lab has no such run. */
export const findResult = (grant: Reader, id: string) =>
  db().run.findFirst({
    where: { AND: [readable.runs(grant), { id }] },
    select: { modelVersion: { select: { theory: true } }, result: true },
  });

export interface RecomputationRow {
  id: string;
  recomputation: number;
  status: RunStatus;
  traceBinMs: number;
  engineVersion: string;
  hash: string | null;
  /** Null until both are done. */
  measuresEqual: boolean | null;
  tracesEqual: boolean | null;
}

/** The recomputations of a run's spec, compared with this run byte by byte. A share of a run does not hold them. */
export const listRecomputations = async (grant: Reader, runId: string): Promise<RecomputationRow[]> =>
  grant.kind === "share"
    ? []
    : db().$queryRaw<RecomputationRow[]>`
    SELECT again.id, again.recomputation, again.status, again."traceBinMs", again."engineVersion", b.hash,
      (a.training = b.training AND a.probes = b.probes AND a.licks = b.licks) AS "measuresEqual",
      (a.traces = b.traces AND a."trainingTraces" IS NOT DISTINCT FROM b."trainingTraces") AS "tracesEqual"
    FROM "Run" record
    JOIN "Run" again ON again."labId" = record."labId" AND again."specHash" = record."specHash"
      AND again.recomputation > 0 AND again.id <> record.id
    LEFT JOIN "RunResult" a ON a.id = record."resultId"
    LEFT JOIN "RunResult" b ON b.id = again."resultId"
    WHERE record.id = ${runId} AND record."labId" = ${grant.labId}
    ORDER BY again.recomputation`;
