import { randomBytes } from "node:crypto";
import type { RunStatus, YokedTo } from "../../../contracts/experiment";
import { historyText } from "../../../contracts/history";
import type { History } from "../../../engine/history";
import type { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { enqueue, type JobRequest } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { runJob } from "../../jobs/run-job";
import { historyHash } from "../../runs/service";
import type { GridCell } from "../grid";

/** Rows per statement. They travel as one JSON text: a parameter per value would take several times as long. */
const batch = 2000;
const batches = <T>(rows: readonly T[]) =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, i) =>
    JSON.stringify(rows.slice(i * batch, (i + 1) * batch)),
  );

export interface NewExperiment {
  readonly name: string;
  readonly notes: string;
  readonly paradigmVersionId: string;
  readonly modelVersionIds: readonly string[];
  readonly arms: readonly string[];
  readonly subjects: Prisma.InputJsonValue;
  readonly repetitions: number;
  readonly seed: number;
  readonly yokedTo: YokedTo | null;
  readonly histories: readonly History[];
  readonly engineVersion: string;
  readonly cells: readonly GridCell[];
  /** Of cell `index`; lower is sooner. */
  readonly priority: (index: number) => number;
}

export interface Launched {
  readonly id: string;
  readonly queued: number;
  readonly reused: number;
}

/**
 * The experiment, its runs, its links to runs that exist, and the jobs of those that are still to compute: all or nothing.
 * A run that failed or was cancelled before is queued again.
 */
export async function insertExperiment(grant: InLab, wanted: NewExperiment): Promise<Launched> {
  return db().$transaction(async (tx) => {
    const { id } = await tx.experiment.create({ data: experimentData(grant, wanted), select: { id: true } });
    await insertHistories(tx, grant, wanted);
    await insertRuns(tx, grant, wanted);
    const runs = await runsOf(tx, grant, wanted);
    await insertLinks(tx, id, wanted, runs);
    const queued = await enqueueRuns(tx, wanted, runs);
    const reused = wanted.cells.length - queued;
    if (isOver(runs)) await tx.experiment.update({ where: { id }, data: { toldAt: new Date() } });
    const object = { kind: "experiment" as const, id, name: wanted.name };
    await audit(tx, grant, "experiment.launch", object, { runs: wanted.cells.length, queued, reused });
    await publish(tx, grant.labId, { kind: "experiment", experiment: id });
    return { id, queued, reused };
  });
}

/** All was computed before: whoever launches sees so at once. */
const isOver = (runs: ReadonlyMap<string, FoundRun>) =>
  ![...runs.values()].some(({ status }) => status === "queued" || status === "running");

const experimentData = ({ labId, userId }: InLab, wanted: NewExperiment) => ({
  ...{ labId, createdById: userId, name: wanted.name, notes: wanted.notes },
  ...{
    arms: [...wanted.arms],
    subjects: wanted.subjects,
    repetitions: wanted.repetitions,
    seed: wanted.seed,
    ...(wanted.yokedTo ? { yokedTo: wanted.yokedTo } : {}),
  },
  paradigmVersionId: wanted.paradigmVersionId,
  models: {
    create: wanted.modelVersionIds.map((modelVersionId, position) => ({ modelVersionId, position })),
  },
});

const newId = () => randomBytes(9).toString("base64url");

/** A lab keeps each history once. */
async function insertHistories(
  tx: Prisma.TransactionClient,
  { labId }: InLab,
  { histories }: NewExperiment,
): Promise<void> {
  if (histories.length === 0) return;
  await tx.history.createMany({
    data: histories.map((history) => ({ labId, hash: historyHash(history), ...historyText(history) })),
    skipDuplicates: true,
  });
}

/** Those that exist are left as they are: the same spec on the same engine is computed once in a lab. */
async function insertRuns(
  tx: Prisma.TransactionClient,
  { labId }: InLab,
  wanted: NewExperiment,
): Promise<void> {
  const { paradigmVersionId, engineVersion, seed, cells, priority } = wanted;
  const rows = cells.map((cell, index) => ({ ...cell, id: newId(), priority: priority(index) }));
  for (const json of batches(rows))
    await tx.$executeRaw`
      INSERT INTO "Run" (id, "labId", "modelVersionId", "paradigmVersionId", arm, subject, "subjectKey", repetition, seed,
        "specHash", "engineVersion", trials, "historyId", priority)
      SELECT cell.id, ${labId}, "modelVersionId", ${paradigmVersionId}, arm, subject, "subjectKey", repetition, ${seed}::int,
        "specHash", ${engineVersion}, trials, h.id, priority
      FROM json_to_recordset(${json}::json) AS cell (id text, "modelVersionId" text, arm text, subject jsonb,
        "subjectKey" text, repetition int, "specHash" text, trials int, "historyHash" text, priority int)
      LEFT JOIN "History" h ON h."labId" = ${labId} AND h.hash = cell."historyHash"
      ON CONFLICT ("labId", "specHash", "engineVersion", recomputation) DO NOTHING`;
}

async function insertLinks(
  tx: Prisma.TransactionClient,
  experimentId: string,
  { cells }: NewExperiment,
  runs: ReadonlyMap<string, FoundRun>,
): Promise<void> {
  const links = cells.map(({ specHash, modelVersionId }, position) => ({
    runId: runs.get(specHash)!.id,
    modelVersionId,
    position,
  }));
  for (const json of batches(links))
    await tx.$executeRaw`
      INSERT INTO "ExperimentRun" ("experimentId", "runId", "modelVersionId", position)
      SELECT ${experimentId}, "runId", "modelVersionId", position
      FROM json_to_recordset(${json}::json) AS link ("runId" text, "modelVersionId" text, position int)`;
}

interface FoundRun {
  id: string;
  specHash: string;
  status: RunStatus;
  priority: number;
  hasJob: boolean;
}

/** The run of each spec, locked; one that failed or was cancelled is queued again. */
async function runsOf(tx: Prisma.TransactionClient, { labId }: InLab, wanted: NewExperiment) {
  const found = new Map<string, FoundRun>();
  const hashes = wanted.cells.map(({ specHash }) => specHash);
  const rows = await tx.$queryRaw<FoundRun[]>`
    WITH existing AS (
      SELECT id FROM "Run" WHERE "labId" = ${labId} AND "engineVersion" = ${wanted.engineVersion}
        AND recomputation = 0 AND "specHash" = ANY(${hashes}::text[]) ORDER BY id FOR UPDATE
    )
    UPDATE "Run" SET "cancelRequested" = false,
      status = CASE WHEN status IN ('failed', 'cancelled') THEN 'queued' ELSE status END,
      error = CASE WHEN status IN ('failed', 'cancelled') THEN NULL ELSE error END,
      losses = CASE WHEN status IN ('failed', 'cancelled') THEN 0 ELSE losses END,
      "finishedAt" = CASE WHEN status IN ('failed', 'cancelled') THEN NULL ELSE "finishedAt" END
    FROM existing WHERE "Run".id = existing.id
    RETURNING "Run".id, "specHash", status, priority, EXISTS (
      SELECT 1 FROM graphile_worker._private_jobs WHERE key = 'run:' || "Run".id AND attempts < max_attempts
    ) AS "hasJob"`;
  for (const row of rows) found.set(row.specHash, row);
  return found;
}

/** Enqueues what waits without a job, or less urgently than now wanted. Gives how many. */
async function enqueueRuns(
  tx: Prisma.TransactionClient,
  { cells, priority }: NewExperiment,
  runs: ReadonlyMap<string, FoundRun>,
): Promise<number> {
  const jobs = new Map<string, JobRequest>();
  cells.forEach(({ specHash }, index) => {
    const run = runs.get(specHash)!;
    const waits = run.status === "queued" && (!run.hasJob || priority(index) < run.priority);
    if (waits && !jobs.has(run.id)) jobs.set(run.id, runJob(run.id, priority(index)));
  });
  await enqueue(tx, [...jobs.values()]);
  return jobs.size;
}
