import type { z } from "zod";
import type { Paging, Rows } from "../../../contracts/list";
import type { ModelNotes, modelNotesInput } from "../../../contracts/model";
import type { InLab, Reader } from "../../access/grant";
import { notFound, Problem } from "../../errors";
import { authorNames } from "../../labs/service";
import { findHead, readRevisions, type RevisionRow } from "../../revisions/service";
import { findModel } from "../store";
import { insertNotes } from "./store";

const none: ModelNotes = { number: 0, aside: false, author: null, createdAt: new Date(0), text: "" };
const refOf = (id: string) => ({ kind: "model" as const, id });

/** Throws not-found for a model that is not the grant's to read. */
export async function getNotes(grant: Reader, model: string): Promise<ModelNotes> {
  await existing(grant, model);
  const head = await findHead(grant, refOf(model));
  return head ? (await views(grant, [head]))[0] : none;
}

/** All that was written, also what was not chosen; newest first. Throws not-found. */
export async function listNotes(grant: InLab, model: string, paging: Paging): Promise<Rows<ModelNotes>> {
  await existing(grant, model);
  return readRevisions(grant, refOf(model), paging, (rows) => views(grant, rows));
}

/** Throws not-found, and conflict when somebody wrote after `basedOn`. */
export async function saveNotes(
  grant: InLab,
  { modelId, ...notes }: Omit<z.infer<typeof modelNotesInput>, "lab">,
): Promise<ModelNotes> {
  const { id, name } = await existing(grant, modelId);
  if (!(await insertNotes(grant, { id, name }, notes)))
    throw new Problem("conflict", `Somebody wrote notes of "${name}" while you did.`, {
      where: "notes",
      next: "Look at both and choose. Nothing you wrote is lost.",
    });
  return getNotes(grant, modelId);
}

async function existing(grant: Reader, id: string) {
  const row = await findModel(grant, id);
  if (!row) throw notFound("model", id);
  return row;
}

async function views(grant: Reader, rows: readonly RevisionRow[]): Promise<ModelNotes[]> {
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, content, ...row }) => ({
    ...row,
    author: authors(createdById),
    text: (content as { text: string }).text,
  }));
}
