import type { NameFilter } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { mayName, readable } from "../access/scope";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { type Listing, nameOf, readableRows } from "../lists/service";

const version = {
  select: {
    id: true,
    paradigmId: true,
    number: true,
    spec: true,
    notes: true,
    hash: true,
    forkedFromId: true,
    forkedFrom: { select: { id: true, number: true, paradigm: { select: { name: true } } } },
    createdById: true,
    createdAt: true,
  },
} as const;
const newestFirst = { orderBy: { number: "desc" } } as const;
const paradigm = { id: true, name: true, createdById: true, createdAt: true } as const;

export type VersionRow = Prisma.ParadigmVersionGetPayload<typeof version>;
export type NewVersion = Pick<VersionRow, "notes" | "hash" | "forkedFromId"> & {
  readonly spec: Prisma.InputJsonObject;
};
export type ParadigmRow = Awaited<ReturnType<typeof findParadigms>>[number];

export function listing(grant: Reader): Listing {
  const author = nameOf(grant, Prisma.sql`p."createdById"`);
  return {
    from: Prisma.sql`FROM "Paradigm" p CROSS JOIN LATERAL (
        SELECT * FROM "ParadigmVersion" version
        WHERE version."paradigmId" = p.id AND ${readableRows(grant, "paradigmVersions", "version")}
        ORDER BY version.number DESC LIMIT 1
      ) v WHERE ${readableRows(grant, "paradigms", "p")} AND p."trashedAt" IS NULL`,
    id: Prisma.sql`p.id`,
    words: Prisma.sql`concat_ws(' ', p.name, ${author}, (
      SELECT string_agg(arm ->> 'title', ' ') FROM jsonb_array_elements(v.spec -> 'arms') AS arm))`,
    sorts: {
      made: { by: Prisma.sql`p."createdAt"`, as: "time" },
      changed: { by: Prisma.sql`v."createdAt"`, as: "time" },
      name: { by: Prisma.sql`lower(p.name)`, as: "text" },
      author: { by: Prisma.sql`lower(coalesce(${author}, ''))`, as: "text" },
    },
    columns: { author: Prisma.sql`ARRAY[coalesce(p."createdById", '')]` },
  };
}

/** Those of the asked paradigms that may be read, in no order; each with its newest version and how many it has. */
export async function findParadigms(grant: Reader, ids: readonly string[]) {
  const where = readable.paradigmVersions(grant);
  const rows = await db().paradigm.findMany({
    where: { AND: [readable.paradigms(grant), { id: { in: [...ids] } }] },
    select: {
      ...paradigm,
      versions: { ...version, ...newestFirst, where, take: 1 },
      _count: { select: { versions: { where } } },
    },
  });
  return rows.map((row) => ({ ...row, versions: row.versions.map(withoutUnreadable(grant)) }));
}

export async function findParadigm(grant: Reader, id: string): Promise<ParadigmRow | null> {
  return (await findParadigms(grant, [id]))[0] ?? null;
}

/** Where a paradigm was forked from is told to whoever may read that version. */
const withoutUnreadable =
  (grant: Reader) =>
  <Row extends VersionRow>(row: Row): Row =>
    row.forkedFrom && !mayName(grant, "paradigmVersions", row.forkedFrom.id)
      ? { ...row, forkedFrom: null }
      : row;

/** Versions before this number, newest first. */
export async function listVersions(
  grant: Reader,
  paradigmId: string,
  before: number,
  take: number,
): Promise<VersionRow[]> {
  const rows = await db().paradigmVersion.findMany({
    where: { AND: [readable.paradigmVersions(grant), { paradigmId, number: { lt: before } }] },
    ...version,
    ...newestFirst,
    take,
  });
  return rows.map(withoutUnreadable(grant));
}

/** The first version of the paradigm of this name, in the trash or not. */
export const findFirstNamed = ({ labId }: InLab, name: string) =>
  db().paradigmVersion.findFirst({
    where: { labId, paradigm: { name } },
    select: { id: true },
    orderBy: { number: "asc" },
  });

export async function findVersion(grant: Reader, id: string) {
  const row = await db().paradigmVersion.findFirst({
    where: { AND: [readable.paradigmVersions(grant), { id }] },
    select: { ...version.select, paradigm: { select: { name: true } } },
  });
  return row && withoutUnreadable(grant)(row);
}

/** By id, in the trash or not; or the newest that are not and whose name holds the text. */
export function listNames(grant: Reader, filter: NameFilter) {
  const asked =
    "ids" in filter
      ? { id: { in: [...filter.ids] } }
      : { trashedAt: null, name: { contains: filter.text, mode: "insensitive" as const } };
  return db().paradigm.findMany({
    where: { AND: [readable.paradigms(grant), asked] },
    select: {
      id: true,
      name: true,
      createdAt: true,
      versions: {
        select: { number: true },
        orderBy: { number: "desc" },
        take: 1,
        where: readable.paradigmVersions(grant),
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });
}

/** Null when another paradigm of the lab has the name. */
export function insertParadigm(grant: InLab, name: string, first: NewVersion): Promise<string | null> {
  const signed = { labId: grant.labId, createdById: grant.userId };
  const from = first.forkedFromId;
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id } = await tx.paradigm.create({
        data: { ...signed, name, versions: { create: { ...signed, ...first, number: 1 } } },
        select: { id: true },
      });
      const object = { kind: "paradigm" as const, id, name };
      if (from === null) await audit(tx, grant, "paradigm.create", object);
      else await audit(tx, grant, "paradigm.fork", object, { fromVersion: from });
      return id;
    }),
  );
}

/** Null when somebody else wrote this number first: the pair (paradigm, number) is unique. */
export function insertVersion(
  grant: InLab,
  paradigmId: string,
  number: number,
  next: NewVersion,
): Promise<string | null> {
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id, paradigm } = await tx.paradigmVersion.create({
        data: { ...next, labId: grant.labId, createdById: grant.userId, paradigmId, number },
        select: { id: true, paradigm: { select: { name: true } } },
      });
      const object = { kind: "paradigm" as const, id: paradigmId, name: paradigm.name };
      await audit(tx, grant, "paradigm.version", object, { version: number });
      return id;
    }),
  );
}

/** What a search reads. */
export const documents = (grant: Reader): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.name AS title, ARRAY[]::text[] AS tags, v."createdAt" AS at, concat_ws(E'\n', nullif(v.notes, ''), v.spec ->> 'meaning',
    v.spec ->> 'citation', (SELECT string_agg(concat_ws(': ', arm ->> 'title', arm ->> 'meaning'), E'\n')
    FROM jsonb_array_elements(v.spec -> 'arms') AS arm)) AS body
  ${listing(grant).from}`;
