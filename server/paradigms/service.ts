import { createHash } from "node:crypto";
import { canonicalJson } from "../../contracts/canonical-json";
import type { ListQuestion, Page } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import {
  type ParadigmDetail,
  paradigmSpec,
  type ParadigmSummary,
  type ParadigmVersion,
} from "../../contracts/paradigm";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import type { InLab, Reader } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { readPage } from "../lists/service";
import * as store from "./store";

export { documents as paradigmDocuments } from "./store";

export const listParadigms = (grant: Reader, question: ListQuestion): Promise<Page<ParadigmSummary>> =>
  readPage(grant, store.listing(grant), question, async (ids) =>
    (await details(grant, await store.findParadigms(grant, ids))).map(
      ({ history: _, ...summary }) => summary,
    ),
  );

export async function namedParadigms(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  const rows = await store.listNames(grant, filter);
  return rows.map(({ versions: [latest], ...row }) => ({ ...row, version: `v${latest.number}` }));
}

/** Throws not-found. */
export async function getParadigm(grant: Reader, id: string): Promise<ParadigmDetail> {
  const row = await store.findParadigm(grant, id);
  if (!row) throw notFound("paradigm", id);
  return (await details(grant, [row]))[0];
}

/** One version with the paradigm's name. Throws not-found. */
export async function getVersion(
  grant: Reader,
  id: string,
): Promise<ParadigmVersion & { readonly name: string }> {
  const found = await store.findVersion(grant, id);
  if (!found) throw notFound("paradigm version", id);
  const { paradigm, spec, createdById, ...version } = found;
  const authors = await authorNames(grant, [createdById]);
  return {
    ...version,
    name: paradigm.name,
    spec: paradigmSpec.parse(spec),
    author: authors(createdById),
  };
}

/** Throws conflict when the lab has a paradigm of this name. */
export async function createParadigm(
  grant: InLab,
  { name, spec }: { readonly name: string; readonly spec: Paradigm },
): Promise<ParadigmDetail> {
  const row = await store.insertParadigm(grant, { name, spec: paradigmSpec.parse(spec), hash: hashOf(spec) });
  if (!row) {
    const message = `This lab has a paradigm named "${name}" already.`;
    throw new Problem("conflict", message, {
      where: "name",
      next: "Choose another name.",
      fields: { name: [message] },
    });
  }
  return (await details(grant, [row]))[0];
}

/** For the machinery: the first version of the paradigm with this name, made if the lab has none. Gives its id. */
export async function ensureParadigm(
  grant: InLab,
  wanted: { readonly name: string; readonly spec: Paradigm },
): Promise<string> {
  const found = await store.findParadigmNamed(grant, wanted.name);
  return (found ? found.versions : (await createParadigm(grant, wanted)).history).at(-1)!.id;
}

/** SHA-256 of the task: equal hashes, equal tasks. */
const hashOf = (spec: Paradigm) => createHash("sha256").update(canonicalJson(spec)).digest("hex");

async function details(grant: Reader, rows: readonly store.ParadigmRow[]): Promise<ParadigmDetail[]> {
  const authors = await authorNames(
    grant,
    rows.flatMap(({ createdById, versions }) => [createdById, ...versions.map((v) => v.createdById)]),
  );
  const versionOf = ({ spec, createdById, ...version }: store.VersionRow): ParadigmVersion => ({
    ...version,
    spec: paradigmSpec.parse(spec),
    author: authors(createdById),
  });
  return rows.map(({ createdById, versions, ...row }) => ({
    ...row,
    author: authors(createdById),
    latest: versionOf(versions[0]),
    versions: versions.length,
    history: versions.map(versionOf),
  }));
}
