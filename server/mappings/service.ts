import { type MappingSave, mostMappings, type SavedMapping } from "../../contracts/mapping";
import { answers } from "../../contracts/reading";
import type { InLab } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import * as store from "./store";

/** Those for files of one layout, newest first. */
export async function listMappings(grant: InLab, layout: string): Promise<SavedMapping[]> {
  return withAuthors(grant, await store.listMappings(grant, layout));
}

/** Under the name of another one, it takes its place. Throws refused when there are too many. */
export async function saveMapping(grant: InLab, wanted: Omit<MappingSave, "lab">): Promise<SavedMapping> {
  const others = (await store.listMappings(grant, wanted.layout)).filter(({ name }) => name !== wanted.name);
  if (others.length >= mostMappings)
    throw new Problem("refused", `This lab keeps ${mostMappings} sets of answers for files like this.`, {
      where: "name",
      next: "Save it under the name of one that you no longer need.",
    });
  return (await withAuthors(grant, [await store.saveMapping(grant, wanted)]))[0];
}

/** Throws not-found. */
export async function removeMapping(grant: InLab, id: string): Promise<void> {
  if (!(await store.removeMapping(grant, id))) throw notFound("mapping", id);
}

async function withAuthors(grant: InLab, rows: readonly store.MappingRecord[]): Promise<SavedMapping[]> {
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, ...row }) => ({
    ...row,
    answers: answers.parse(row.answers),
    author: authors(createdById),
  }));
}
