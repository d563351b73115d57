import type { NameFilter } from "../../contracts/object";
import { theories } from "../../engine/theories/registry";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { mayName, readable, readableIds } from "../access/scope";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { type Listing, nameOf, readableRows, wordsFor } from "../lists/service";

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
  trashedAt: true,
} as const;
const newestFirst = { orderBy: { number: "desc" } } as const;

export type VersionRow = Prisma.ModelVersionGetPayload<typeof version>;
export type ModelRow = Prisma.ModelGetPayload<{ select: typeof model & { versions: typeof version } }>;
export type NewVersion = Pick<VersionRow, "theory" | "role" | "preset" | "notes" | "hash"> & {
  parameters: Prisma.InputJsonObject;
  forkedFromId: string | null;
};

const titles = theories.map(({ declaration }) => [declaration.key, declaration.title] as const);
/** Keys of roles are a theory's own; what dopamine is in them is common to all. */
const dopamineRoles = theories.flatMap(({ declaration: { key, roles } }) =>
  roles.map((role) => [`${key} ${role.key}`, role.dopamineRole] as const),
);

/** Every model of the lab that is not in the trash, by its newest version. */
export function listing(grant: Reader): Listing {
  const author = nameOf(grant, Prisma.sql`v."createdById"`);
  const theory = wordsFor(grant, Prisma.sql`v.theory`, titles);
  const role = wordsFor(grant, Prisma.sql`(v.theory || ' ' || v.role)`, dopamineRoles);
  const done = Prisma.sql`(
    SELECT count(DISTINCT r.id) FROM "ModelVersion" own
    JOIN "ExperimentRun" c ON c."modelVersionId" = own.id JOIN "Run" r ON r.id = c."runId" AND r.status = 'done'
    JOIN "Experiment" e ON e.id = c."experimentId" AND ${readableRows(grant, "experiments", "e")}
    WHERE own."modelId" = m.id)`;
  return {
    from: Prisma.sql`FROM "Model" m CROSS JOIN LATERAL (
        SELECT * FROM "ModelVersion" version
        WHERE version."modelId" = m.id AND ${readableRows(grant, "modelVersions", "version")}
        ORDER BY version.number DESC LIMIT 1
      ) v WHERE ${readableRows(grant, "models", "m")} AND m."trashedAt" IS NULL`,
    id: Prisma.sql`m.id`,
    words: Prisma.sql`concat_ws(' ', m.name, array_to_string(m.tags, ' '), ${theory}, ${role}, ${author})`,
    sorts: {
      changed: { by: Prisma.sql`v."createdAt"`, as: "time" },
      name: { by: Prisma.sql`lower(m.name)`, as: "text" },
      author: { by: Prisma.sql`lower(coalesce(${author}, ''))`, as: "text" },
      theory: { by: Prisma.sql`v.theory`, as: "text" },
      role: { by: role, as: "text" },
      runs: { by: done, as: "number" },
    },
    columns: {
      author: Prisma.sql`ARRAY[coalesce(v."createdById", '')]`,
      tag: Prisma.sql`m.tags`,
      theory: Prisma.sql`ARRAY[v.theory]`,
      role: Prisma.sql`ARRAY[${role}]`,
    },
  };
}

/** Those of the asked models that may be read, in no order; each with its newest version and how many it has. */
export async function findModels(grant: Reader, ids: readonly string[]) {
  const where = readable.modelVersions(grant);
  const rows = await db().model.findMany({
    where: { AND: [readable.models(grant), { id: { in: [...ids] } }] },
    select: {
      ...model,
      versions: { ...version, ...newestFirst, where, take: 1 },
      _count: { select: { versions: { where } } },
    },
  });
  return rows.map((row) => ({ ...row, versions: row.versions.map(withoutUnreadable(grant)) }));
}

/** With its newest version, and how many it has. */
export const findModel = async (grant: Reader, id: string) => (await findModels(grant, [id])).at(0) ?? null;

/** Versions before this number, newest first. */
export async function listVersions(
  grant: Reader,
  modelId: string,
  before: number,
  take: number,
): Promise<VersionRow[]> {
  const rows = await db().modelVersion.findMany({
    where: { AND: [readable.modelVersions(grant), { modelId, number: { lt: before } }] },
    ...version,
    ...newestFirst,
    take,
  });
  return rows.map(withoutUnreadable(grant));
}

/** Those of the asked versions that may be read, in no order. */
export async function findVersions(grant: Reader, ids: readonly string[]): Promise<VersionRow[]> {
  const rows = await db().modelVersion.findMany({
    where: { AND: [readable.modelVersions(grant), { id: { in: [...ids] } }] },
    ...version,
  });
  return rows.map(withoutUnreadable(grant));
}

/** Where a model was forked from is told to whoever may read that version. */
const withoutUnreadable =
  (grant: Reader) =>
  (row: VersionRow): VersionRow =>
    row.forkedFrom && !mayName(grant, "modelVersions", row.forkedFrom.id)
      ? { ...row, forkedFrom: null }
      : row;

/** The first version of the model of this name, in the trash or not. */
export const findFirstNamed = ({ labId }: InLab, name: string) =>
  db().modelVersion.findFirst({
    where: { labId, model: { name } },
    select: { id: true },
    orderBy: { number: "asc" },
  });

/** By id, in the trash or not; or the newest that are not and whose name holds the text. */
export function listNames(grant: Reader, filter: NameFilter) {
  const asked =
    "ids" in filter
      ? { id: { in: [...filter.ids] } }
      : { trashedAt: null, name: { contains: filter.text, mode: "insensitive" as const } };
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

/** Says in the same transaction, and in the log, where the model comes from. */
export type AndThen = (tx: Prisma.TransactionClient, id: string) => Promise<void>;

/** Null when another model of the lab has the name. */
export async function insertModel(
  grant: InLab,
  name: string,
  first: NewVersion,
  andThen?: AndThen,
): Promise<string | null> {
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
      if (andThen) await andThen(tx, id);
      else if (from === null) await audit(tx, grant, "model.create", { kind: "model", id, name });
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

/** Summaries of the done runs under the first arm of the newest experiment that each version stands in. */
export const firstArmSummaries = (grant: Reader, versionIds: readonly string[]) =>
  db().$queryRaw<{ versionId: string; subject: string; summary: unknown }[]>`
    SELECT v.id AS "versionId", r."subjectKey" AS subject, res.summary
    FROM "ModelVersion" v
    CROSS JOIN LATERAL (
      SELECT e.id, e.arms[1] AS arm FROM "ExperimentModel" m JOIN "Experiment" e ON e.id = m."experimentId"
      WHERE m."modelVersionId" = v.id AND ${readableRows(grant, "experiments", "e")} ORDER BY e."createdAt" DESC, e.id LIMIT 1
    ) newest
    JOIN "ExperimentRun" c ON c."experimentId" = newest.id AND c."modelVersionId" = v.id
    JOIN "Run" r ON r.id = c."runId" AND r.arm = newest.arm AND r.status = 'done'
    JOIN "RunResult" res ON res.id = r."resultId"
    WHERE v.id = ANY(${[...versionIds]}::text[]) AND ${readableRows(grant, "modelVersions", "v")}`;

/** What a search reads. */
export const documents = (grant: Reader): Prisma.Sql => Prisma.sql`
  SELECT m.id, m.name AS title, m.tags, v."createdAt" AS at, concat_ws(E'\n', (
    SELECT n.content ->> 'text' FROM "Revision" n
    WHERE n."labId" = m."labId" AND n."objectKind" = 'model' AND n."objectId" = m.id AND NOT n.aside
    ORDER BY n.number DESC LIMIT 1), nullif(v.notes, ''),
    ${wordsFor(grant, Prisma.sql`v.theory`, titles)},
    ${wordsFor(grant, Prisma.sql`(v.theory || ' ' || v.role)`, dopamineRoles)}) AS body
  ${listing(grant).from}`;
