import type { NameFilter } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab } from "../access/grant";
import { db, unlessTaken } from "../db";

const version = {
  select: {
    id: true,
    modelId: true,
    number: true,
    theory: true,
    role: true,
    preset: true,
    parameters: true,
    notes: true,
    hash: true,
    createdById: true,
    createdAt: true,
    model: { select: { name: true } },
    forkedFrom: { select: { id: true, number: true, model: { select: { name: true } } } },
  },
} as const;
const model = {
  id: true,
  name: true,
  tags: true,
  createdById: true,
  createdAt: true,
  archivedAt: true,
} as const;
const newestFirst = { orderBy: { number: "desc" } } as const;

export type VersionRow = Prisma.ModelVersionGetPayload<typeof version>;
export type ModelRow = Prisma.ModelGetPayload<{ select: typeof model & { versions: typeof version } }>;
export type NewVersion = Pick<VersionRow, "theory" | "role" | "preset" | "notes" | "hash"> & {
  parameters: Prisma.InputJsonObject;
  forkedFromId: string | null;
};

/** Every model of the lab that is not archived, newest first; each with all its versions, newest first. */
export function listModels({ labId }: InLab): Promise<ModelRow[]> {
  return db().model.findMany({
    where: { labId, archivedAt: null },
    select: { ...model, versions: { ...version, ...newestFirst } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

export function findModel({ labId }: InLab, id: string): Promise<ModelRow | null> {
  return db().model.findFirst({
    where: { labId, id },
    select: { ...model, versions: { ...version, ...newestFirst } },
  });
}

/** Those of the asked versions that the lab has, in no order. */
export function findVersions({ labId }: InLab, ids: readonly string[]): Promise<VersionRow[]> {
  return db().modelVersion.findMany({ where: { labId, id: { in: [...ids] } }, ...version });
}

/** Archived or not. */
export function findModelNamed({ labId }: InLab, name: string): Promise<ModelRow | null> {
  return db().model.findFirst({
    where: { labId, name },
    select: { ...model, versions: { ...version, ...newestFirst } },
  });
}

/** By id, archived or not; or the newest that are not archived and whose name holds the text. */
export function listNames({ labId }: InLab, filter: NameFilter) {
  return db().model.findMany({
    where:
      "ids" in filter
        ? { labId, id: { in: [...filter.ids] } }
        : { labId, archivedAt: null, name: { contains: filter.text, mode: "insensitive" } },
    select: {
      id: true,
      name: true,
      createdAt: true,
      versions: { select: { number: true }, ...newestFirst, take: 1 },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });
}

/** Null when another model of the lab has the name. */
export async function insertModel(
  { labId, userId }: InLab,
  name: string,
  first: NewVersion,
): Promise<string | null> {
  return unlessTaken(async () => {
    const made = await db().model.create({
      data: {
        labId,
        name,
        createdById: userId,
        versions: { create: { ...first, labId, number: 1, createdById: userId } },
      },
      select: { id: true },
    });
    return made.id;
  });
}

/** Null when somebody else wrote this number first: the pair (model, number) is unique. */
export async function insertVersion(
  { labId, userId }: InLab,
  modelId: string,
  number: number,
  next: NewVersion,
): Promise<string | null> {
  return unlessTaken(async () => {
    const made = await db().modelVersion.create({
      data: { ...next, labId, modelId, number, createdById: userId },
      select: { id: true },
    });
    return made.id;
  });
}

/** @returns false when the lab has no such model. */
export async function setArchived({ labId }: InLab, id: string, archived: boolean): Promise<boolean> {
  const { count } = await db().model.updateMany({
    where: { labId, id },
    data: { archivedAt: archived ? new Date() : null },
  });
  return count > 0;
}

/** Runs that stand under each model in the lab's experiments; a run counts once however many want it. */
export async function countRuns({ labId }: InLab, modelIds: readonly string[]) {
  const rows = await db().$queryRaw<{ modelId: string; done: number; total: number }[]>`
    SELECT v."modelId", count(DISTINCT r."id") FILTER (WHERE r."status" = 'done')::int AS "done",
      count(DISTINCT r."id")::int AS "total"
    FROM "ExperimentRun" c
    JOIN "Experiment" e ON e."id" = c."experimentId" AND e."labId" = ${labId}
    JOIN "ModelVersion" v ON v."id" = c."modelVersionId"
    JOIN "Run" r ON r."id" = c."runId"
    WHERE v."modelId" = ANY(${[...modelIds]}::text[])
    GROUP BY v."modelId"`;
  return new Map(rows.map(({ modelId, done, total }) => [modelId, { done, total }]));
}
