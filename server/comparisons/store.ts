import type { GroupRef } from "../../contracts/comparison";
import type { RunStatus } from "../../contracts/experiment";
import type { NameFilter } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { readable, readableIds } from "../access/scope";
import { audit } from "../audit/service";
import { db } from "../db";
import { publish } from "../jobs/live";
import { type Listing, nameOf, readableRows } from "../lists/service";
import { append, findHead } from "../revisions/service";

const comparison = {
  id: true,
  name: true,
  notes: true,
  tags: true,
  state: true,
  position: true,
  createdById: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.ComparisonSelect;
export type ComparisonRecord = Prisma.ComparisonGetPayload<{ select: typeof comparison }>;
export type NewComparison = {
  readonly name: string;
  readonly notes: string;
  readonly state: Prisma.InputJsonObject;
  readonly position?: number;
};

export function listing(grant: Reader): Listing {
  const author = nameOf(grant, Prisma.sql`c."createdById"`);
  return {
    from: Prisma.sql`FROM "Comparison" c WHERE ${readableRows(grant, "comparisons", "c")} AND c."trashedAt" IS NULL`,
    id: Prisma.sql`c.id`,
    words: Prisma.sql`concat_ws(' ', c.name, array_to_string(c.tags, ' '), ${author}, c.notes)`,
    sorts: {
      // tabs of the demonstration first, in their order, then the newest: places lie 10^13 ms apart, 300 years
      arranged: {
        by: Prisma.sql`(c.position * 1e13 - extract(epoch FROM c."updatedAt") * 1000)::float8`,
        as: "number",
      },
      changed: { by: Prisma.sql`c."updatedAt"`, as: "time" },
      name: { by: Prisma.sql`lower(c.name)`, as: "text" },
      author: { by: Prisma.sql`lower(coalesce(${author}, ''))`, as: "text" },
      groups: { by: Prisma.sql`jsonb_array_length(c.state -> 'groups')`, as: "number" },
    },
    columns: { author: Prisma.sql`ARRAY[coalesce(c."createdById", '')]`, tag: Prisma.sql`c.tags` },
  };
}

/** Those of the asked comparisons that may be read, in no order. */
export const findComparisons = (grant: Reader, ids: readonly string[]): Promise<ComparisonRecord[]> =>
  db().comparison.findMany({
    where: { AND: [readable.comparisons(grant), { id: { in: [...ids] } }] },
    select: comparison,
  });

export const listIdsByName = ({ labId }: InLab, names: readonly string[]) =>
  db().comparison.findMany({
    where: { labId, name: { in: [...names] } },
    select: { id: true, name: true },
    orderBy: { createdAt: "asc" },
  });

export const findComparison = (grant: Reader, id: string): Promise<ComparisonRecord | null> =>
  db().comparison.findFirst({ where: { AND: [readable.comparisons(grant), { id }] }, select: comparison });

/** By id, in the trash or not; or the newest that are not and whose name holds the text. */
export const listNames = (grant: Reader, filter: NameFilter) =>
  db().comparison.findMany({
    where: {
      AND: [
        readable.comparisons(grant),
        "ids" in filter
          ? { id: { in: [...filter.ids] } }
          : { trashedAt: null, name: { contains: filter.text, mode: "insensitive" as const } },
      ],
    },
    select: { id: true, name: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });

export const insertComparison = (grant: InLab, data: NewComparison): Promise<ComparisonRecord> =>
  db().$transaction(async (tx) => {
    const { labId, userId } = grant;
    const made = await tx.comparison.create({
      data: { ...data, labId, createdById: userId },
      select: comparison,
    });
    await audit(tx, grant, "comparison.save", { kind: "comparison", id: made.id, name: made.name });
    return made;
  });

/**
 * Writes the new state, and keeps it in the history, with what it replaces where that is not there yet, and what its author
 * set aside.
 * @returns false when the lab has no such comparison, or somebody changed it after `updatedAt`.
 */
export async function updateComparison(
  grant: InLab,
  id: string,
  { updatedAt, aside, ...data }: ComparisonChange,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const before = await lock(tx, grant, id);
    if (!before || before.updatedAt.getTime() !== updatedAt.getTime()) return false;
    const { name } = await tx.comparison.update({ where: { id }, data, select: { name: true } });
    await append(grant, tx, refOf(id), [
      ...(await firstState(tx, grant, before)),
      ...(aside ? [{ content: aside, aside: true }] : []),
      { content: data.state, aside: false },
    ]);
    await audit(tx, grant, "comparison.update", { kind: "comparison", id, name });
    await publish(tx, grant.labId, { kind: "revision", object: refOf(id) });
    return true;
  });
}

/** Keeps a state in the history that was not chosen. False when the lab has no such comparison. */
export async function setAside(grant: InLab, id: string, state: Prisma.InputJsonObject): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const before = await lock(tx, grant, id);
    if (!before) return false;
    await append(grant, tx, refOf(id), [
      ...(await firstState(tx, grant, before)),
      { content: state, aside: true },
    ]);
    await audit(tx, grant, "comparison.aside", { kind: "comparison", id, name: before.name });
    await publish(tx, grant.labId, { kind: "revision", object: refOf(id) });
    return true;
  });
}

export interface ComparisonChange extends Partial<NewComparison> {
  readonly updatedAt: Date;
  readonly state: Prisma.InputJsonObject;
  readonly aside?: Prisma.InputJsonObject | null;
}
const refOf = (id: string) => ({ kind: "comparison" as const, id });

/** One writes after the other. */
async function lock(tx: Prisma.TransactionClient, { labId }: InLab, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Comparison" WHERE id = ${id} AND "labId" = ${labId} FOR UPDATE`;
  return tx.comparison.findFirst({ where: { labId, id }, select: comparison });
}

/** A comparison that was saved once has no history: its state is its first entry, by whoever saved it. */
async function firstState(
  tx: Prisma.TransactionClient,
  grant: InLab,
  { id, state, createdById, updatedAt }: ComparisonRecord,
) {
  if (await findHead(grant, refOf(id), tx)) return [];
  return [
    { content: state as Prisma.InputJsonObject, aside: false, from: { createdById, createdAt: updatedAt } },
  ];
}

const experiment = {
  id: true,
  name: true,
  arms: true,
  yokedTo: true,
  subjects: true,
  repetitions: true,
  paradigmVersion: { select: { spec: true } },
  models: {
    select: {
      modelVersion: {
        select: {
          id: true,
          number: true,
          theory: true,
          role: true,
          preset: true,
          parameters: true,
          model: { select: { name: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ExperimentSelect;
export type ComparedExperiment = Prisma.ExperimentGetPayload<{ select: typeof experiment }>;

export const findExperiments = (grant: Reader, ids: readonly string[]): Promise<ComparedExperiment[]> =>
  db().experiment.findMany({
    where: { AND: [readable.experiments(grant), { id: { in: [...ids] } }] },
    select: experiment,
  });

/** Of the experiments and dataset versions that groups are made of: those that lie in the trash. */
export async function trashedSources(grant: Reader, refs: readonly GroupRef[]): Promise<Set<string>> {
  const { labId } = grant;
  const experiments = refs.flatMap((ref) => (ref.kind === "simulation" ? ref.experiment : []));
  const versions = refs.flatMap((ref) => (ref.kind === "recording" ? ref.dataset : []));
  const select = { id: true } as const;
  const found = await Promise.all([
    db().experiment.findMany({ where: { labId, id: { in: experiments }, trashedAt: { not: null } }, select }),
    db().datasetVersion.findMany({
      where: { labId, id: { in: versions }, dataset: { trashedAt: { not: null } } },
      select,
    }),
  ]);
  return new Set(found.flat().map(({ id }) => id));
}

export interface RunOfGroup {
  readonly runId: string;
  readonly experimentId: string;
  readonly modelVersionId: string;
  readonly arm: string;
  readonly subject: string;
  readonly repetition: number;
  readonly status: RunStatus;
  readonly trials: number;
  readonly trialsDone: number;
  readonly error: string | null;
  readonly engineVersion: string;
  readonly resultId: string | null;
}
interface Place {
  readonly experiment: string;
  readonly model: string;
  readonly arm: string;
}

/** The runs of record of the asked groups, in the order of their experiments. A run stands once in each group it is in. */
export const listRunsOf = async (grant: Reader, places: readonly Place[]): Promise<RunOfGroup[]> => {
  const readableOnes = readableIds(grant, "experiments");
  return db().$queryRaw<RunOfGroup[]>`
    SELECT r.id AS "runId", c."experimentId", c."modelVersionId", r.arm, r."subjectKey" AS subject, r.repetition, r.status, r.trials,
      r."trialsDone", r.error, r."engineVersion", r."resultId"
    FROM unnest(${places.map(({ experiment }) => experiment)}::text[], ${places.map(({ model }) => model)}::text[],
      ${places.map(({ arm }) => arm)}::text[]) AS p (experiment, model, arm)
    JOIN "ExperimentRun" c ON c."experimentId" = p.experiment AND c."modelVersionId" = p.model
    JOIN "Run" r ON r.id = c."runId" AND r.arm = p.arm AND r."labId" = ${grant.labId} AND r.recomputation = 0
    WHERE ${readableOnes}::text[] IS NULL OR c."experimentId" = ANY(${readableOnes}::text[])
    ORDER BY c."experimentId", c."modelVersionId", c.position`;
};

const result = {
  id: true,
  training: true,
  probes: true,
  blockTraces: true,
  traceBinMs: true,
} as const satisfies Prisma.RunResultSelect;
export type ResultRecord = Prisma.RunResultGetPayload<{ select: typeof result }>;

/** Only the columns that comparisons read: not the licks, not the trace of every probe block. */
export const findResults = (grant: Reader, ids: readonly string[]): Promise<ResultRecord[]> =>
  db().runResult.findMany({
    where: { id: { in: [...ids] }, runs: { some: readable.runs(grant) } },
    select: result,
  });

const trials = { id: true, licks: true, trainingTraces: true } as const satisfies Prisma.RunResultSelect;

/** What is kept of single trials, or of ten: for measures in windows that somebody chose. */
export const findTrials = (grant: Reader, ids: readonly string[]) =>
  db().runResult.findMany({
    where: { id: { in: [...ids] }, runs: { some: readable.runs(grant) } },
    select: trials,
  });

/** What a search reads. */
export const documents = (grant: Reader): Prisma.Sql => Prisma.sql`
  SELECT c.id, c.name AS title, c.tags, c."updatedAt" AS at, c.notes AS body ${listing(grant).from}`;
