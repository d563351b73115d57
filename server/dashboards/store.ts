import type { NameFilter } from "../../contracts/object";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, Reader } from "../access/grant";
import { readable } from "../access/scope";
import { audit } from "../audit/service";
import { db } from "../db";
import { type Listing, nameOf, readableRows } from "../lists/service";

const version = {
  number: true,
  document: true,
  message: true,
  createdById: true,
  createdAt: true,
} as const satisfies Prisma.DashboardVersionSelect;
const dashboard = {
  id: true,
  name: true,
  tags: true,
  draft: true,
  draftRevision: true,
  draftById: true,
  draftAt: true,
  createdById: true,
  createdAt: true,
  trashedAt: true,
  versions: { select: version, orderBy: { number: "desc" }, take: 1 },
} as const satisfies Prisma.DashboardSelect;
export type VersionRecord = Prisma.DashboardVersionGetPayload<{ select: typeof version }>;
/** With its latest version only. */
export type DashboardRecord = Prisma.DashboardGetPayload<{ select: typeof dashboard }>;
type Json = Prisma.InputJsonObject;

/** Every dashboard of the lab that is not in the trash, by its latest version. */
export function listing(grant: Reader): Listing {
  const author = nameOf(grant, Prisma.sql`v."createdById"`);
  return {
    from: Prisma.sql`FROM "Dashboard" d CROSS JOIN LATERAL (
        SELECT * FROM "DashboardVersion" version WHERE version."dashboardId" = d.id
        ORDER BY version.number DESC LIMIT 1
      ) v WHERE ${readableRows(grant, "dashboards", "d")} AND d."trashedAt" IS NULL`,
    id: Prisma.sql`d.id`,
    words: Prisma.sql`concat_ws(' ', d.name, array_to_string(d.tags, ' '), ${author})`,
    sorts: {
      changed: { by: Prisma.sql`v."createdAt"`, as: "time" },
      name: { by: Prisma.sql`lower(d.name)`, as: "text" },
      author: { by: Prisma.sql`lower(coalesce(${author}, ''))`, as: "text" },
      panels: { by: Prisma.sql`jsonb_array_length(v.document -> 'panels')`, as: "number" },
    },
    columns: { author: Prisma.sql`ARRAY[coalesce(v."createdById", '')]`, tag: Prisma.sql`d.tags` },
  };
}

/** Those of the asked dashboards that may be read, in no order. */
export const findDashboards = (grant: Reader, ids: readonly string[]): Promise<DashboardRecord[]> =>
  db().dashboard.findMany({
    where: { AND: [readable.dashboards(grant), { id: { in: [...ids] } }] },
    select: dashboard,
  });

export const findDashboard = (grant: Reader, id: string): Promise<DashboardRecord | null> =>
  db().dashboard.findFirst({ where: { AND: [readable.dashboards(grant), { id }] }, select: dashboard });

export const findDashboardNamed = ({ labId }: InLab, name: string): Promise<DashboardRecord | null> =>
  db().dashboard.findFirst({ where: { labId, name }, select: dashboard, orderBy: { createdAt: "asc" } });

/** By id, or the newest whose name holds the text, each with the number of its latest version. Those in the trash only by id. */
export const listNames = (grant: Reader, filter: NameFilter) =>
  db().dashboard.findMany({
    where: {
      AND: [
        readable.dashboards(grant),
        "ids" in filter
          ? { id: { in: [...filter.ids] } }
          : { trashedAt: null, name: { contains: filter.text, mode: "insensitive" as const } },
      ],
    },
    select: {
      ...{ id: true, name: true, createdAt: true },
      versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: "ids" in filter ? undefined : filter.limit,
  });

/** Before this number, newest first. */
export const listVersions = (
  { labId }: InLab,
  dashboardId: string,
  before: number,
  take: number,
): Promise<VersionRecord[]> =>
  db().dashboardVersion.findMany({
    where: { labId, dashboardId, number: { lt: before } },
    select: version,
    orderBy: { number: "desc" },
    take,
  });

export const countVersions = ({ labId }: InLab, dashboardId: string): Promise<number> =>
  db().dashboardVersion.count({ where: { labId, dashboardId } });

export const findVersion = (
  grant: Reader,
  dashboardId: string,
  number: number,
): Promise<VersionRecord | null> =>
  db().dashboardVersion.findFirst({
    where: { dashboardId, number, dashboard: readable.dashboards(grant) },
    select: version,
  });

/** A dashboard with its first version, and a draft that says the same. */
export async function insertDashboard(
  grant: InLab,
  { name, document, message }: { readonly name: string; readonly document: Json; readonly message: string },
): Promise<string> {
  const { labId, userId } = grant;
  const signed = { labId, createdById: userId };
  return db().$transaction(async (tx) => {
    const { id } = await tx.dashboard.create({
      data: { ...signed, name, draft: document, draftById: userId },
    });
    await tx.dashboardVersion.create({ data: { ...signed, dashboardId: id, number: 1, document, message } });
    await audit(tx, grant, "dashboard.create", { kind: "dashboard", id, name });
    return id;
  });
}

/** Null when the lab has no such dashboard, or its draft is not at this revision any more. */
export async function updateDraft(
  { labId, userId }: InLab,
  id: string,
  revision: number,
  draft: Json,
): Promise<{ revision: number; changedAt: Date } | null> {
  const changedAt = new Date();
  const { count } = await db().dashboard.updateMany({
    where: { labId, id, draftRevision: revision },
    data: { draft, draftById: userId, draftAt: changedAt, draftRevision: { increment: 1 } },
  });
  return count > 0 ? { revision: revision + 1, changedAt } : null;
}

export interface NewVersion {
  readonly document: Json;
  readonly message: string;
}

/**
 * Writes versions one after the other and makes the draft say what the last one says. False when the draft is not at this
 * revision any more.
 */
export async function insertVersions(
  grant: InLab,
  id: string,
  revision: number,
  versions: readonly NewVersion[],
): Promise<boolean> {
  const { labId, userId } = grant;
  return db().$transaction(async (tx) => {
    const draft = versions.at(-1)!.document;
    // the row is locked by this until the transaction ends: numbers are given one after the other
    const [changed] = await tx.dashboard.updateManyAndReturn({
      where: { labId, id, draftRevision: revision },
      data: { draft, draftById: userId, draftAt: new Date(), draftRevision: { increment: 1 } },
      select: { name: true },
    });
    if (!changed) return false;
    const { _max } = await tx.dashboardVersion.aggregate({
      where: { labId, dashboardId: id },
      _max: { number: true },
    });
    const first = (_max.number ?? 0) + 1;
    await tx.dashboardVersion.createMany({
      data: versions.map((version, index) => ({
        ...{ ...version, labId, dashboardId: id, createdById: userId },
        number: first + index,
      })),
    });
    const version = first + versions.length - 1;
    await audit(tx, grant, "dashboard.version", { kind: "dashboard", id, ...changed }, { version });
    return true;
  });
}

/** What a search reads: the words of the latest version. */
export const documents = (grant: Reader): Prisma.Sql => Prisma.sql`
  SELECT d.id, d.name AS title, d.tags, v."createdAt" AS at, concat_ws(E'\n',
    (SELECT string_agg(word #>> '{}', E'\n') FROM jsonb_path_query(v.document, '$.panels[*].title') AS word),
    (SELECT string_agg(word #>> '{}', E'\n') FROM jsonb_path_query(v.document, '$.panels[*].content.text') AS word)
  ) AS body
  FROM "Dashboard" d CROSS JOIN LATERAL (
    SELECT * FROM "DashboardVersion" version WHERE version."dashboardId" = d.id ORDER BY version.number DESC LIMIT 1
  ) v WHERE ${readableRows(grant, "dashboards", "d")} AND d."trashedAt" IS NULL`;
