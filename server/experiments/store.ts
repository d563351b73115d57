import type { RunStatus } from "../../contracts/experiment";
import type { NameFilter } from "../../contracts/object";
import { theories } from "../../engine/theories/registry";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader, SystemGrant } from "../access/grant";
import { readable, readableIds } from "../access/scope";
import { db } from "../db";
import { type Listing, nameOf, readableRows, wordsFor } from "../lists/service";

const summary = {
  id: true,
  name: true,
  tags: true,
  createdById: true,
  createdAt: true,
  arms: true,
  subjects: true,
  repetitions: true,
  paradigmVersion: { select: { spec: true, paradigm: { select: { name: true } } } },
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
  tags: true,
  createdById: true,
  createdAt: true,
  arms: true,
  subjects: true,
  yokedTo: true,
  repetitions: true,
  seed: true,
  models: { orderBy: { position: "asc" }, select: { modelVersionId: true } },
  paradigmVersion: { select: { id: true, number: true, spec: true, paradigm: { select: { name: true } } } },
} as const satisfies Prisma.ExperimentSelect;

export type ExperimentRow = Prisma.ExperimentGetPayload<{ select: typeof summary }>;
export type ExperimentDetailRow = Prisma.ExperimentGetPayload<{ select: typeof detail }>;

const dopamineRoles = theories.flatMap(({ declaration: { key, roles } }) =>
  roles.map((role) => [`${key} ${role.key}`, role.dopamineRole] as const),
);

export function listing(grant: Reader): Listing {
  const author = nameOf(grant, Prisma.sql`e."createdById"`);
  const ofModels = (value: Prisma.Sql) => Prisma.sql`ARRAY(
    SELECT DISTINCT ${value} FROM "ExperimentModel" em JOIN "ModelVersion" v ON v.id = em."modelVersionId"
    JOIN "Model" m ON m.id = v."modelId" WHERE em."experimentId" = e.id)`;
  const ofRuns = (value: Prisma.Sql) => Prisma.sql`(
    SELECT ${value} FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId" WHERE c."experimentId" = e.id)`;
  return {
    from: Prisma.sql`FROM "Experiment" e JOIN "ParadigmVersion" pv ON pv.id = e."paradigmVersionId"
      JOIN "Paradigm" p ON p.id = pv."paradigmId" WHERE ${readableRows(grant, "experiments", "e")} AND e."trashedAt" IS NULL`,
    id: Prisma.sql`e.id`,
    words: Prisma.sql`concat_ws(' ', e.name, array_to_string(e.tags, ' '), p.name, ${author},
      array_to_string(${ofModels(Prisma.sql`m.name`)}, ' '))`,
    sorts: {
      launched: { by: Prisma.sql`e."createdAt"`, as: "time" },
      name: { by: Prisma.sql`lower(e.name)`, as: "text" },
      author: { by: Prisma.sql`lower(coalesce(${author}, ''))`, as: "text" },
      paradigm: { by: Prisma.sql`lower(p.name)`, as: "text" },
      runs: { by: ofRuns(Prisma.sql`count(*)`), as: "number" },
      subjects: { by: Prisma.sql`jsonb_array_length(e.subjects)`, as: "number" },
    },
    columns: {
      status: ofRuns(Prisma.sql`array_remove(ARRAY[
        CASE WHEN bool_or(r.status IN ('queued', 'running')) THEN 'open' END,
        CASE WHEN bool_or(r.status = 'failed') THEN 'failed' END,
        CASE WHEN bool_or(r.status = 'cancelled') THEN 'cancelled' END,
        CASE WHEN bool_and(r.status = 'done') THEN 'done' END], NULL)`),
      author: Prisma.sql`ARRAY[coalesce(e."createdById", '')]`,
      tag: Prisma.sql`e.tags`,
      theory: ofModels(Prisma.sql`v.theory`),
      role: ofModels(wordsFor(grant, Prisma.sql`(v.theory || ' ' || v.role)`, dopamineRoles)),
      paradigm: Prisma.sql`ARRAY[p.name]`,
    },
  };
}

/** Those of the asked experiments that may be read, in no order. */
export const findExperiments = (grant: Reader, ids: readonly string[]): Promise<ExperimentRow[]> =>
  db().experiment.findMany({
    where: { AND: [readable.experiments(grant), { id: { in: [...ids] } }] },
    select: summary,
  });

/** Of several with one name the newest. */
export const listIdsByName = ({ labId }: InLab, names: readonly string[]) =>
  db().experiment.findMany({
    where: { labId, name: { in: [...names] } },
    select: { id: true, name: true },
    orderBy: { createdAt: "asc" },
  });

export const findExperiment = (grant: Reader, id: string): Promise<ExperimentDetailRow | null> =>
  db().experiment.findFirst({ where: { AND: [readable.experiments(grant), { id }] }, select: detail });

/** By id, in the trash or not; or the newest that are not and whose name holds the text. */
export const listNames = (grant: Reader, filter: NameFilter) =>
  db().experiment.findMany({
    where: {
      AND: [
        readable.experiments(grant),
        "ids" in filter
          ? { id: { in: [...filter.ids] } }
          : { trashedAt: null, name: { contains: filter.text, mode: "insensitive" as const } },
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

export interface GroupCount {
  experimentId: string;
  versionId: string;
  arm: string;
  status: RunStatus;
  trials: number;
  count: number;
}
/** How many places of each experiment stand where, by model and arm in the experiment's order. */
export const countCells = (grant: Reader, experimentIds: readonly string[]) =>
  db().$queryRaw<GroupCount[]>`
    SELECT c."experimentId", c."modelVersionId" AS "versionId", r.arm, r.status, max(r.trials) AS trials,
      count(*)::int AS count
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
    WHERE r."labId" = ${grant.labId} AND c."experimentId" = ANY(${[...experimentIds]}::text[]) AND ${within(grant)}
    GROUP BY c."experimentId", c."modelVersionId", r.arm, r.status ORDER BY min(c.position)`;

/** Why runs of these experiments failed: each reason with how often, and one run that did; the commonest first. */
export const listFailures = (grant: Reader, experimentIds: readonly string[]) =>
  db().$queryRaw<{ experimentId: string; reason: string; count: number; run: string }[]>`
    SELECT c."experimentId", left(coalesce(r.error, ''), 300) AS reason, count(*)::int AS count,
      min(r.id) AS run
    FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId" AND r.status = 'failed'
    WHERE r."labId" = ${grant.labId} AND c."experimentId" = ANY(${[...experimentIds]}::text[]) AND ${within(grant)}
    GROUP BY 1, 2 ORDER BY 3 DESC, 4`;

/** Summaries of the finished runs of each experiment's first model and first arm. */
export const firstGroupSummaries = (grant: Reader, experimentIds: readonly string[]) =>
  db().$queryRaw<{ experimentId: string; subject: string; summary: unknown }[]>`
    SELECT e.id AS "experimentId", r."subjectKey" AS subject, res.summary
    FROM "Experiment" e
    JOIN "ExperimentModel" m ON m."experimentId" = e.id AND m.position = 0
    JOIN "ExperimentRun" c ON c."experimentId" = e.id AND c."modelVersionId" = m."modelVersionId"
    JOIN "Run" r ON r.id = c."runId" AND r.arm = e.arms[1] AND r.status = 'done'
    JOIN "RunResult" res ON res.id = r."resultId"
    WHERE e."labId" = ${grant.labId} AND e.id = ANY(${[...experimentIds]}::text[]) AND ${within(grant)}`;

/** Histories by their hashes, as they are kept. */
export const listHistories = (grant: Reader, hashes: readonly string[]) =>
  db().history.findMany({
    where: { labId: grant.labId, hash: { in: [...hashes] }, runs: { some: readable.runs(grant) } },
    select: { hash: true, source: true, trialTypes: true, stimulated: true },
  });

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

/** What a search reads. */
export const documents = (grant: Reader): Prisma.Sql => Prisma.sql`
  SELECT e.id, e.name AS title, e.tags, e."createdAt" AS at, concat_ws(E'\n', e.notes, p.name, (
    SELECT string_agg(m.name, ', ' ORDER BY em.position) FROM "ExperimentModel" em
    JOIN "ModelVersion" v ON v.id = em."modelVersionId" JOIN "Model" m ON m.id = v."modelId"
    WHERE em."experimentId" = e.id), array_to_string(e.arms, ', ')) AS body
  ${listing(grant).from}`;
