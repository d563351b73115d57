import type { z } from "zod";
import {
  type ListName,
  mostViews,
  type SavedView,
  type viewChangeInput,
  type viewSaveInput,
} from "../../contracts/view";
import type { LabGrant } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import * as store from "./store";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/** The person's own views of a list, and those that members share with the lab. */
export async function listViews(grant: LabGrant, list: ListName): Promise<SavedView[]> {
  return describe(grant, list, await store.listViews(grant, list));
}

/** Throws conflict when the person has a view of this name, refused when they have too many. */
export async function saveView(grant: LabGrant, wanted: Without<typeof viewSaveInput>): Promise<SavedView> {
  if ((await store.countViews(grant, wanted.list)) >= mostViews)
    throw new Problem("refused", `You have ${mostViews} views of this list.`, {
      where: "views",
      next: "Remove one that you no longer need.",
    });
  const made = await store.insertView(grant, wanted);
  if (!made) throw nameTaken(wanted.name);
  return (await describe(grant, wanted.list, [made]))[0];
}

/** Only who made a view changes it. Throws not-found, and conflict on the name. */
export async function changeView(
  grant: LabGrant,
  { id, ...change }: Without<typeof viewChangeInput>,
): Promise<SavedView> {
  const changed = await store.updateView(grant, id, change);
  if (changed === null) throw nameTaken(change.name ?? "");
  if (!changed) throw notFound("view", id);
  return getView(grant, id);
}

/** Lets all of the lab choose it, or nobody else any more. Throws not-found. */
export async function shareView(grant: LabGrant, id: string, shared: boolean): Promise<SavedView> {
  if (!(await store.updateView(grant, id, { shared }))) throw notFound("view", id);
  return getView(grant, id);
}

/** Throws not-found. */
export async function removeView(grant: LabGrant, id: string): Promise<{ id: string }> {
  if (!(await store.removeView(grant, id))) throw notFound("view", id);
  return { id };
}

/** What the list opens with, for this person. Throws not-found for a view of another list. */
export async function setDefaultView(
  grant: LabGrant,
  list: ListName,
  id: string | null,
): Promise<SavedView[]> {
  if (id !== null && (await store.findView(grant, id))?.list !== list) throw notFound("view", id);
  await store.setDefault(grant, list, id);
  return listViews(grant, list);
}

async function getView(grant: LabGrant, id: string): Promise<SavedView> {
  const row = await store.findView(grant, id);
  if (!row) throw notFound("view", id);
  return (await describe(grant, row.list as ListName, [row]))[0];
}

async function describe(
  grant: LabGrant,
  list: ListName,
  rows: readonly store.ViewRow[],
): Promise<SavedView[]> {
  const [authors, usual] = await Promise.all([
    authorNames(
      grant,
      rows.map(({ userId }) => userId),
    ),
    store.findDefault(grant, list),
  ]);
  return rows.map(({ userId, ...row }) => ({
    ...row,
    list,
    author: authors(userId),
    mine: userId === grant.userId,
    isDefault: row.id === usual,
  }));
}

function nameTaken(name: string): Problem {
  const message = `You have a view named "${name}" already.`;
  return new Problem("conflict", message, {
    where: "name",
    next: "Choose another name.",
    fields: { name: [message] },
  });
}
