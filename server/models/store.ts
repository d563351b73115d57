import type { NameFilter } from "../../contracts/object";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { mayName, readable, readableIds } from "../access/scope";
import { audit } from "../audit/service";
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
export async function listModels(grant: Reader): Promise<ModelRow[]> {
  const rows = await db().model.findMany({
    where: { ...readable.models(grant), archivedAt: null },
    select: withVersions(grant),
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, versions: row.versions.map(withoutUnreadable(grant)) }));
}

export async function findModel(grant: Reader, id: string): Promise<ModelRow | null> {
  const row = await db().model.findFirst({
    where: { AND: [readable.models(grant), { id }] },
    select: withVersions(grant),
  });
  return row && { ...row, versions: row.versions.map(withoutUnreadable(grant)) };
}

/** Those of the asked versions that may be read, in no order. */
export async function findVersions(grant: Reader, ids: readonly string[]): Promise<VersionRow[]> {
  const rows = await db().modelVersion.findMany({
    where: { AND: [readable.modelVersions(grant), { id: { in: [...ids] } }] },
    ...version,
  });
  return rows.map(withoutUnreadable(grant));
}

const withVersions = (grant: Reader) => ({
  ...model,
  versions: { ...version, ...newestFirst, where: readable.modelVersions(grant) },
});

/** Where a model was forked from is told to whoever may read that version. */
const withoutUnreadable =
  (grant: Reader) =>
  (row: VersionRow): VersionRow =>
    row.forkedFrom && !mayName(grant, "modelVersions", row.forkedFrom.id)
      ? { ...row, forkedFrom: null }
      : row;

/** Archived or not. */
export function findModelNamed({ labId }: InLab, name: string): Promise<ModelRow | null> {
  return db().model.findFirst({
    where: { labId, name },
    select: { ...model, versions: { ...version, ...newestFirst } },
  });
}

/** By id, archived or not; or the newest that are not archived and whose name holds the text. */
export function listNames(grant: Reader, filter: NameFilter) {
  const asked =
    "ids" in filter
      ? { id: { in: [...filter.ids] } }
      : { archivedAt: null, name: { contains: filter.text, mode: "insensitive" as const } };
  return db().model.findMany({
    where: { AND: [readable.models(grant), asked] },
    select: {
      id: true,
      name: true,
      createdAt: true,
      versions: {
        select: { number: true },
        ...newestFirst,
        take: 1,
        where: readable.modelVersions(grant),
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });
}

/** Null when another model of the lab has the name. */
export async function insertModel(grant: InLab, name: string, first: NewVersion): Promise<string | null> {
  const { labId, userId } = grant;
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id } = await tx.model.create({
        data: {
          labId,
          name,
          createdById: userId,
          versions: { create: { ...first, labId, number: 1, createdById: userId } },
        },
        select: { id: true },
      });
      const from = first.forkedFromId;
      if (from === null) await audit(tx, grant, "model.create", { kind: "model", id, name });
      else await audit(tx, grant, "model.fork", { kind: "model", id, name }, { fromVersion: from });
      return id;
    }),
  );
}

/** Null when somebody else wrote this number first: the pair (model, number) is unique. */
export async function insertVersion(
  grant: InLab,
  modelId: string,
  number: number,
  next: NewVersion,
): Promise<string | null> {
  const { labId, userId } = grant;
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id, model } = await tx.modelVersion.create({
        data: { ...next, labId, modelId, number, createdById: userId },
        select: { id: true, model: { select: { name: true } } },
      });
      const object = { kind: "model" as const, id: modelId, name: model.name };
      await audit(tx, grant, "model.version", object, { version: number });
      return id;
    }),
  );
}

/** @returns false when the lab has no such model. */
export async function setArchived(grant: InLab, id: string, archived: boolean): Promise<boolean> {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    const [changed] = await tx.model.updateManyAndReturn({
      where: { labId, id },
      data: { archivedAt: archived ? new Date() : null },
      select: { name: true },
    });
    if (!changed) return false;
    await audit(tx, grant, archived ? "model.trash" : "model.restore", { kind: "model", id, ...changed });
    return true;
  });
}

/** Runs that stand under each model in the experiments that may be read; a run counts once however many want it. */
export async function countRuns(grant: Reader, modelIds: readonly string[]) {
  const experiments = readableIds(grant, "experiments");
  const rows = await db().$queryRaw<{ modelId: string; done: number; total: number }[]>`
    SELECT v."modelId", count(DISTINCT r."id") FILTER (WHERE r."status" = 'done')::int AS "done",
      count(DISTINCT r."id")::int AS "total"
    FROM "ExperimentRun" c
    JOIN "Experiment" e ON e."id" = c."experimentId" AND e."labId" = ${grant.labId}
      AND (${experiments}::text[] IS NULL OR e."id" = ANY(${experiments}::text[]))
    JOIN "ModelVersion" v ON v."id" = c."modelVersionId"
    JOIN "Run" r ON r."id" = c."runId"
    WHERE v."modelId" = ANY(${[...modelIds]}::text[])
    GROUP BY v."modelId"`;
  return new Map(rows.map(({ modelId, done, total }) => [modelId, { done, total }]));
}
