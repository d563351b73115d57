import type { RunStatus } from "../../contracts/experiment";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { readable } from "../access/scope";
import { db } from "../db";
import { type Listing, readableRows } from "../lists/service";
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
  history: { select: { source: true, trialTypes: true, stimulated: true } },
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

export async function hasExperiment(grant: Reader, id: string): Promise<boolean> {
  return (await db().experiment.count({ where: { AND: [readable.experiments(grant), { id }] } })) > 0;
}

/** The places of an experiment. Two models with equal parameters share a run, so a run may stand in two of them. */
export const listing = (grant: Reader, experimentId: string): Listing => ({
  from: Prisma.sql`FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    JOIN "ModelVersion" v ON v.id = c."modelVersionId" JOIN "Model" m ON m.id = v."modelId"
    JOIN "Experiment" e ON e.id = c."experimentId"
    WHERE e.id = ${experimentId} AND ${readableRows(grant, "experiments", "e")}`,
  id: Prisma.sql`(c."modelVersionId" || ' ' || c."runId")`,
  words: Prisma.sql`concat_ws(' ', m.name, r.arm, r."subjectKey", r.status, r.error)`,
  sorts: {
    place: { by: Prisma.sql`c.position`, as: "number" },
    changed: { by: Prisma.sql`coalesce(r."finishedAt", r."startedAt", r."createdAt")`, as: "time" },
    model: { by: Prisma.sql`lower(m.name)`, as: "text" },
    arm: { by: Prisma.sql`r.arm`, as: "text" },
    subject: { by: Prisma.sql`r."subjectKey"`, as: "text" },
    repetition: { by: Prisma.sql`r.repetition`, as: "number" },
    status: { by: Prisma.sql`r.status::text`, as: "text" },
    cpu: { by: Prisma.sql`coalesce(r."cpuMs", 0)`, as: "number" },
  },
  columns: {
    status: Prisma.sql`ARRAY[r.status::text]`,
    model: Prisma.sql`ARRAY[m.name || ' v' || v.number]`,
    arm: Prisma.sql`ARRAY[r.arm]`,
    subject: Prisma.sql`ARRAY[r."subjectKey"]`,
  },
});

export interface PlaceRow extends Prisma.RunGetPayload<{ select: typeof cell }> {
  cpuMs: number | null;
  finishedAt: Date | null;
  model: string;
  number: number;
  theory: string;
  role: string;
  armTitle: string | null;
  summary: unknown;
}
/** The asked places of an experiment, in no order. */
export const findPlaces = (grant: Reader, experimentId: string, ids: readonly string[]) =>
  db().$queryRaw<PlaceRow[]>`
    SELECT r.id, c."modelVersionId", r.arm, r."subjectKey", r.repetition, r.status, r.trials, r."trialsDone", r.error,
      r."cpuMs", r."finishedAt", m.name AS model, v.number, v.theory, v.role, res.summary,
      (SELECT a ->> 'title' FROM jsonb_array_elements(p.spec -> 'arms') AS a WHERE a ->> 'key' = r.arm) AS "armTitle"
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    JOIN "ModelVersion" v ON v.id = c."modelVersionId" JOIN "Model" m ON m.id = v."modelId"
    JOIN "ParadigmVersion" p ON p.id = r."paradigmVersionId"
    JOIN "Experiment" e ON e.id = c."experimentId"
    LEFT JOIN "RunResult" res ON res.id = r."resultId"
    WHERE e.id = ${experimentId} AND ${readableRows(grant, "experiments", "e")}
      AND c."modelVersionId" || ' ' || c."runId" = ANY(${[...ids]}::text[])`;

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

/** Runs of the lab that wait with this priority or a sooner one. */
export const countWaiting = ({ labId }: InLab, priority: number): Promise<number> =>
  db().run.count({ where: { labId, status: "queued", priority: { lte: priority } } });

/** What the run gave, and whether it ever gave anything; null when the lab has no such run. */
export const findResult = (grant: Reader, id: string) =>
  db().run.findFirst({
    where: { AND: [readable.runs(grant), { id }] },
    select: { modelVersion: { select: { theory: true } }, result: true },
  });

/** The runs of an experiment in its order, each once; null when the lab has no such experiment. */
export async function findExperimentRuns(grant: Reader, id: string) {
  const found = await db().experiment.findFirst({
    where: { AND: [readable.experiments(grant), { id }] },
    select: {
      name: true,
      createdAt: true,
      runs: {
        distinct: ["runId"],
        orderBy: { position: "asc" },
        select: { run: { select: { id: true, status: true, error: true, ...naming } } },
      },
    },
  });
  return found && { ...found, runs: found.runs.map(({ run }) => run) };
}

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

/** What a search reads: a run is called by what it computes. */
export const documents = (grant: Reader): Prisma.Sql => {
  const { kind, labId } = grant;
  const closure = kind === "share" ? grant.closure : null;
  const scope = closure
    ? Prisma.sql`AND (r.id = ANY(${[...closure.runs]}::text[]) OR EXISTS (SELECT 1 FROM "ExperimentRun" c
        WHERE c."runId" = r.id AND c."experimentId" = ANY(${[...closure.experiments]}::text[])))`
    : Prisma.empty;
  return Prisma.sql`
    SELECT r.id, concat_ws(', ', m.name || ' v' || v.number,
      coalesce((SELECT a ->> 'title' FROM jsonb_array_elements(p.spec -> 'arms') AS a WHERE a ->> 'key' = r.arm), r.arm),
      r."subjectKey", 'repetition ' || r.repetition) AS title,
      ARRAY[]::text[] AS tags, coalesce(r."finishedAt", r."startedAt", r."createdAt") AS at,
      concat_ws(E'\n', r.error, r.arm, r.status, r."specHash") AS body
    FROM "Run" r JOIN "ModelVersion" v ON v.id = r."modelVersionId" JOIN "Model" m ON m.id = v."modelId"
    JOIN "ParadigmVersion" p ON p.id = r."paradigmVersionId" WHERE r."labId" = ${labId} ${scope}`;
};
