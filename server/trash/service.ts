import { graceDays } from "../../contracts/lab";
import type { ListQuestion, Page } from "../../contracts/list";
import { objectKey } from "../../contracts/object";
import type { Trashed, TrashRef } from "../../contracts/trash";
import { type InLab, type Reader, systemGrant, systemGrantIn } from "../access/grant";
import { notFound } from "../errors";
import { installQueue } from "../jobs/install";
import { authorNames } from "../labs/service";
import { readPage } from "../lists/service";
import { log } from "../log";
import { resolveObject, resolveObjects } from "../objects/service";
import { dependents } from "./dependents/store";
import * as due from "./due/store";
import * as store from "./store";

export { deleteDueLabs } from "./labs/service";

const graceMs = graceDays * 24 * 60 * 60 * 1000;

/** It leaves lists and search at once, and stays readable where something stands on it. Throws not-found. */
export async function putInTrash(grant: InLab, ref: TrashRef): Promise<void> {
  if (!(await store.setTrashed(grant, ref, true))) throw notFound(ref.kind, ref.id);
}

/** Throws not-found. */
export async function restore(grant: InLab, ref: TrashRef): Promise<void> {
  if (!(await store.setTrashed(grant, ref, false))) throw notFound(ref.kind, ref.id);
}

export const listTrash = (grant: InLab, question: ListQuestion): Promise<Page<Trashed>> =>
  readPage(grant, store.listing(grant), question, (keys) => read(grant, keys.map(refOf)));

/** Null for what is not in the trash. Throws not-found. */
export async function getTrashed(grant: Reader, ref: TrashRef): Promise<Trashed | null> {
  await resolveObject(grant, ref);
  // what a lab threw away is for the lab to know
  return grant.kind === "share" ? null : ((await read(grant, [ref]))[0] ?? null);
}

function refOf(key: string): TrashRef {
  const [kind, id] = key.split(" ");
  return { kind, id } as TrashRef;
}

async function read(grant: InLab, refs: readonly TrashRef[]): Promise<Trashed[]> {
  const rows = await store.findTrashed(grant, refs);
  const standing = await Promise.all(rows.map((row) => dependents(grant, row)));
  const objects = await resolveObjects(grant, [...rows, ...standing.flat()]);
  const authors = await authorNames(
    grant,
    rows.map(({ trashedById }) => trashedById),
  );
  return rows.flatMap(({ kind, id, trashedAt, trashedById }, index) => {
    const object = objects.get(objectKey({ kind, id }));
    if (!object) return [];
    const one: Trashed = {
      ...{ id: objectKey({ kind, id }), object, name: object.name, by: authors(trashedById), at: trashedAt },
      until: new Date(trashedAt.getTime() + graceMs),
      keptBy: standing[index].flatMap((by) => objects.get(objectKey(by)) ?? []),
    };
    return [one];
  });
}

/**
 * For the worker: deletes for good what lay in the trash for its time and nothing stands on. Broken off at any point it goes
 * on from there when it is called again. Gives how many objects went.
 */
export async function deleteDueTrash(): Promise<number> {
  const grant = systemGrant("worker: deletes what was in the trash for its time");
  await installQueue();
  let gone = 0;
  for (const { lab, ...ref } of await due.listDue(grant, new Date(Date.now() - graceMs))) {
    const inLab = systemGrantIn(lab, "trash: its time is over");
    if ((await dependents(inLab, ref)).length > 0) continue;
    if (await due.deleteObject(inLab, ref)) gone += 1;
  }
  if (gone > 0) log().info({ gone }, "deleted for good what was in the trash for its time");
  return gone;
}
