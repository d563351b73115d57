import type { ListName } from "../../contracts/view";
import type { Prisma } from "../../prisma/generated/client";
import type { LabGrant } from "../access/grant";
import { db, unlessTaken } from "../db";

const view = { id: true, list: true, name: true, query: true, shared: true, userId: true } as const;
export type ViewRow = Prisma.SavedViewGetPayload<{ select: typeof view }>;

/** Their own and those that the lab shares, by name. */
export const listViews = ({ labId, userId }: LabGrant, list: ListName): Promise<ViewRow[]> =>
  db().savedView.findMany({
    where: { labId, list, OR: [{ userId }, { shared: true }] },
    select: view,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });

export const findView = ({ labId, userId }: LabGrant, id: string): Promise<ViewRow | null> =>
  db().savedView.findFirst({ where: { labId, id, OR: [{ userId }, { shared: true }] }, select: view });

export const findDefault = async ({ labId, userId }: LabGrant, list: ListName): Promise<string | null> =>
  (await db().defaultView.findUnique({ where: { labId_userId_list: { labId, userId, list } } }))?.viewId ??
  null;

export const countViews = ({ labId, userId }: LabGrant, list: ListName): Promise<number> =>
  db().savedView.count({ where: { labId, userId, list } });

/** Null when the person has a view of this name. */
export const insertView = (
  { labId, userId }: LabGrant,
  data: { readonly list: ListName; readonly name: string; readonly query: string },
): Promise<ViewRow | null> =>
  unlessTaken(() => db().savedView.create({ data: { ...data, labId, userId }, select: view }));

/** Null when another view of the person has the name; false when they have no such view. */
export const updateView = (
  { labId, userId }: LabGrant,
  id: string,
  data: { readonly name?: string; readonly query?: string; readonly shared?: boolean },
): Promise<boolean | null> =>
  unlessTaken(
    async () => (await db().savedView.updateMany({ where: { labId, userId, id }, data })).count > 0,
  );

export async function removeView({ labId, userId }: LabGrant, id: string): Promise<boolean> {
  return (await db().savedView.deleteMany({ where: { labId, userId, id } })).count > 0;
}

export async function setDefault(
  { labId, userId }: LabGrant,
  list: ListName,
  viewId: string | null,
): Promise<void> {
  const where = { labId_userId_list: { labId, userId, list } };
  if (viewId === null) await db().defaultView.deleteMany({ where: { labId, userId, list } });
  else await db().defaultView.upsert({ where, create: { labId, userId, list, viewId }, update: { viewId } });
}
