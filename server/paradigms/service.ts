import { createHash } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "../../contracts/canonical-json";
import type { ListQuestion, Looking, Page, Paging, Rows } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import {
  type ParadigmDetail,
  type paradigmSaveInput,
  paradigmSpec,
  type ParadigmSummary,
  type ParadigmVersion,
} from "../../contracts/paradigm";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import type { InLab, Reader } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { readNumbered, readPage, readPair } from "../lists/service";
import * as store from "./store";

export { documents as paradigmDocuments } from "./store";

interface Wanted {
  readonly name: string;
  readonly spec: Paradigm;
  readonly notes?: string;
  readonly forkedFrom?: string | null;
}

export const listParadigms = (grant: Reader, question: ListQuestion): Promise<Page<ParadigmSummary>> =>
  readPage(grant, store.listing(grant), question, async (ids) =>
    summaries(grant, await store.findParadigms(grant, ids)),
  );

export async function namedParadigms(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  const rows = await store.listNames(grant, filter);
  return rows.map(({ versions: [latest], ...row }) => ({ ...row, version: `v${latest.number}` }));
}

/** Throws not-found. */
export async function getParadigm(grant: Reader, id: string, looking: Looking = {}): Promise<ParadigmDetail> {
  const [summary] = await summaries(grant, [await existing(grant, id)]);
  return { ...summary, ...(await readPair(looking, versionsBefore(grant, id))) };
}

/** Its versions, the newest first. Throws not-found. */
export async function listVersions(
  grant: Reader,
  id: string,
  paging: Paging,
): Promise<Rows<ParadigmVersion>> {
  const { _count } = await existing(grant, id);
  return readNumbered(paging, versionsBefore(grant, id), _count.versions);
}

const versionsBefore = (grant: Reader, id: string) => async (before: number, take: number) => {
  const rows = await store.listVersions(grant, id, before, take);
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map((row) => versionOf(row, authors));
};

/** One version with the paradigm's name. Throws not-found. */
export async function getVersion(
  grant: Reader,
  id: string,
): Promise<ParadigmVersion & { readonly name: string }> {
  const found = await store.findVersion(grant, id);
  if (!found) throw notFound("paradigm version", id);
  const { paradigm, ...row } = found;
  return { ...versionOf(row, await authorNames(grant, [row.createdById])), name: paradigm.name };
}

/** Throws conflict when the lab has a paradigm of this name, not-found when there is no version that it was forked from. */
export async function createParadigm(
  grant: InLab,
  { name, spec, notes = "", forkedFrom = null }: Wanted,
): Promise<ParadigmSummary> {
  if (forkedFrom !== null && !(await store.findVersion(grant, forkedFrom)))
    throw notFound("paradigm version", forkedFrom);
  const id = await store.insertParadigm(grant, name, { ...stored(spec), notes, forkedFromId: forkedFrom });
  if (id === null) {
    const message = `This lab has a paradigm named "${name}" already.`;
    throw new Problem("conflict", message, {
      where: "name",
      next: "Choose another name; the one that has it may lie in the trash.",
      fields: { name: [message] },
    });
  }
  return getParadigm(grant, id);
}

/** Throws conflict when a newer version than the one this is based on exists. */
export async function saveVersion(
  grant: InLab,
  {
    paradigmId,
    basedOn,
    spec,
    notes,
  }: Omit<z.infer<typeof paradigmSaveInput>, "lab" | "spec"> & { readonly spec: Paradigm },
): Promise<ParadigmSummary> {
  const { name, latest } = await getParadigm(grant, paradigmId);
  const next = { ...stored(spec), notes, forkedFromId: null };
  const saved =
    latest.number === basedOn && (await store.insertVersion(grant, paradigmId, basedOn + 1, next));
  if (!saved)
    throw new Problem("conflict", `Somebody saved a version of "${name}" after version ${basedOn}.`, {
      where: "basedOn",
      next: "Compare with the newest version, then save again or fork. Nothing you entered is lost.",
    });
  return getParadigm(grant, paradigmId);
}

/** For the machinery: the first version of the paradigm with this name, made if the lab has none. Gives its id. */
export async function ensureParadigm(grant: InLab, wanted: Wanted): Promise<string> {
  return ((await store.findFirstNamed(grant, wanted.name)) ?? (await createParadigm(grant, wanted)).latest)
    .id;
}

/** SHA-256 of a task: equal hashes, equal tasks. */
export const hashOfParadigm = (spec: Paradigm): string =>
  createHash("sha256").update(canonicalJson(spec)).digest("hex");

/** A task as it is kept. */
function stored(given: Paradigm) {
  const spec = paradigmSpec.parse(given);
  return { spec, hash: hashOfParadigm(spec) };
}

async function existing(grant: Reader, id: string): Promise<store.ParadigmRow> {
  const row = await store.findParadigm(grant, id);
  if (!row) throw notFound("paradigm", id);
  return row;
}

async function summaries(grant: Reader, rows: readonly store.ParadigmRow[]): Promise<ParadigmSummary[]> {
  const authors = await authorNames(
    grant,
    rows.flatMap(({ createdById, versions }) => [createdById, ...versions.map((v) => v.createdById)]),
  );
  return rows.map(({ createdById, versions: [latest], _count, ...row }) => ({
    ...row,
    author: authors(createdById),
    latest: versionOf(latest, authors),
    versions: _count.versions,
  }));
}

const versionOf = (
  { spec, createdById, forkedFrom, forkedFromId: _, ...version }: store.VersionRow,
  authors: (id: string | null) => string | null,
): ParadigmVersion => ({
  ...version,
  spec: paradigmSpec.parse(spec),
  author: authors(createdById),
  forkedFrom: forkedFrom && {
    versionId: forkedFrom.id,
    paradigmName: forkedFrom.paradigm.name,
    number: forkedFrom.number,
  },
});
