import { acts } from "../../contracts/audit";
import { type LogFilter, nobody } from "../../contracts/activity";
import type { Prisma } from "../../prisma/generated/client";
import type { LabGrant } from "../access/grant";
import { db } from "../db";

const entry = {
  ...{ id: true, at: true, actorId: true, action: true, objectKind: true, objectId: true },
  ...{ objectName: true, details: true, otherLab: { select: { name: true } } },
} as const satisfies Prisma.AuditEntrySelect;
export type EntryRow = Prisma.AuditEntryGetPayload<{ select: typeof entry }>;

export interface Page {
  readonly before: number | null;
  readonly limit: number;
}

const read = (where: Prisma.AuditEntryWhereInput, { before, limit }: Page): Promise<EntryRow[]> =>
  db().auditEntry.findMany({
    where: { AND: [where, before === null ? {} : { id: { lt: before } }] },
    select: entry,
    orderBy: { id: "desc" },
    take: limit,
  });

const activity = Object.entries(acts).flatMap(([action, { inActivity }]) => (inActivity ? action : []));

/** Newest first. */
export const listActivity = ({ labId }: LabGrant, page: Page): Promise<EntryRow[]> =>
  read({ labId, action: { in: activity } }, page);

/** Newest first. */
export const listLog = ({ labId }: LabGrant, filter: LogFilter, page: Page): Promise<EntryRow[]> => {
  const { person, action, kind, object, text, from, until } = filter;
  return read(
    {
      ...{ labId, action, objectKind: kind, objectId: object },
      actorId: person === nobody ? null : person,
      objectName: text ? { contains: text, mode: "insensitive" } : undefined,
      at: { gte: from && new Date(`${from}T00:00:00Z`), lt: until && dayAfter(until) },
    },
    page,
  );
};

const dayMs = 24 * 60 * 60 * 1000;
const dayAfter = (day: string) => new Date(new Date(`${day}T00:00:00Z`).getTime() + dayMs);

/** Ids of whoever stands in the log. */
export async function listActors({ labId }: LabGrant): Promise<string[]> {
  const rows = await db().auditEntry.findMany({
    where: { labId, actorId: { not: null } },
    select: { actorId: true },
    distinct: ["actorId"],
  });
  return rows.flatMap(({ actorId }) => actorId ?? []);
}
