import { createHash } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "../../contracts/canonical-json";
import type { ListQuestion, Looking, Page, Paging, Rows } from "../../contracts/list";
import {
  type modelCreateInput,
  type ModelDetail,
  type modelForkInput,
  modelVersion,
  type ModelSummary,
  type ModelVersion,
  type modelVersionInput,
} from "../../contracts/model";
import type { NamedRow, NameFilter } from "../../contracts/object";
import { meanOfSummaries } from "../../contracts/run-result";
import type { InLab, Reader } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { readNumbered, readPage, readPair } from "../lists/service";
import * as store from "./store";
import { type Candidate, checkModel } from "./validate";

export { getNotes, listNotes, saveNotes } from "./notes/notes";
export { documents as modelDocuments } from "./store";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

export function listModels(grant: Reader, question: ListQuestion): Promise<Page<ModelSummary>> {
  return readPage(grant, store.listing(grant), question, async (ids) =>
    summaries(grant, await store.findModels(grant, ids)),
  );
}

/** Models in the trash too: whoever has the address of one may read it. Throws not-found. */
export async function getModel(grant: Reader, id: string, looking: Looking = {}): Promise<ModelDetail> {
  const [summary] = await summaries(grant, [await existing(grant, id)]);
  return { ...summary, ...(await readPair(looking, versionsBefore(grant, id))) };
}

/** Its versions, the newest first. Throws not-found. */
export async function listVersions(grant: Reader, id: string, paging: Paging): Promise<Rows<ModelVersion>> {
  const { _count } = await existing(grant, id);
  return readNumbered(paging, versionsBefore(grant, id), _count.versions);
}

const versionsBefore = (grant: Reader, id: string) => async (before: number, take: number) =>
  versionsOf(grant, await store.listVersions(grant, id, before, take));

export async function namedModels(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  const rows = await store.listNames(grant, filter);
  return rows.map(({ versions: [latest], ...row }) => ({ ...row, version: `v${latest.number}` }));
}

/** The versions asked for, in that order. Throws not-found where one of them may not be read. */
export async function requireVersions(grant: Reader, ids: readonly string[]): Promise<ModelVersion[]> {
  const found = await getVersions(grant, ids);
  const missing = ids.find((id) => !found.some((version) => version.id === id));
  if (missing !== undefined) throw notFound("model version", missing);
  return found;
}

/** Those of the asked versions that may be read, in the order asked. */
export async function getVersions(grant: Reader, ids: readonly string[]): Promise<ModelVersion[]> {
  const found = await versionsOf(grant, await store.findVersions(grant, ids));
  const byId = new Map(found.map((version) => [version.id, version]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Throws invalid with field errors when the parameters do not fit, conflict when the name is taken. */
export async function createModel(
  grant: InLab,
  { name, notes, ...candidate }: Without<typeof modelCreateInput>,
): Promise<ModelSummary> {
  checkModel(candidate);
  return insert(grant, name, { ...candidate, notes, hash: hashOfModel(candidate), forkedFromId: null });
}

/** For the machinery: the first version of the model with this name, made if the lab has none. Gives its id. */
export async function ensureModel(grant: InLab, wanted: Without<typeof modelCreateInput>): Promise<string> {
  return ((await store.findFirstNamed(grant, wanted.name)) ?? (await createModel(grant, wanted)).latest).id;
}

/** Throws conflict when a newer version than the one this is based on exists. */
export async function saveVersion(
  grant: InLab,
  { modelId, basedOn, notes, ...values }: Without<typeof modelVersionInput>,
): Promise<ModelSummary> {
  const { name, versions } = await existing(grant, modelId);
  const [latest] = versions;
  const candidate = { ...values, theory: latest.theory };
  checkModel(candidate);
  const next = { ...candidate, notes, hash: hashOfModel(candidate), forkedFromId: null };
  const saved = latest.number === basedOn && (await store.insertVersion(grant, modelId, basedOn + 1, next));
  if (!saved)
    throw new Problem("conflict", `Somebody saved a version of "${name}" after version ${basedOn}.`, {
      where: "basedOn",
      next: "Compare with the newest version, then save again or fork. Nothing you entered is lost.",
    });
  return getModel(grant, modelId);
}

/** A new model that begins as a copy of one version and remembers it. */
export async function forkModel(
  grant: InLab,
  { versionId, name }: Without<typeof modelForkInput>,
): Promise<ModelSummary> {
  const [source] = await store.findVersions(grant, [versionId]);
  if (!source) throw notFound("model version", versionId);
  const { theory, role, preset, notes, hash } = source;
  const parameters = parametersOf(source);
  return insert(grant, name, { theory, role, preset, parameters, notes, hash, forkedFromId: versionId });
}

/** A new model that begins as a copy of a version from elsewhere; `andThen` writes down where. */
export const copyModel = (
  grant: InLab,
  { theory, role, preset, parameters, notes, hash }: ModelVersion,
  name: string,
  andThen: store.AndThen,
): Promise<ModelSummary> =>
  insert(grant, name, { theory, role, preset, parameters, notes, hash, forkedFromId: null }, andThen);

async function existing(grant: Reader, id: string) {
  const row = await store.findModel(grant, id);
  if (!row) throw notFound("model", id);
  return row;
}

async function insert(
  grant: InLab,
  name: string,
  first: store.NewVersion,
  andThen?: store.AndThen,
): Promise<ModelSummary> {
  const id = await store.insertModel(grant, name, first, andThen);
  if (id === null) {
    const message = `This lab has a model named "${name}" already.`;
    throw new Problem("conflict", message, {
      where: "name",
      next: "Choose another name; the one that has it may lie in the trash.",
      fields: { name: [message] },
    });
  }
  return getModel(grant, id);
}

/** SHA-256 of what determines numbers: equal hashes, equal models. */
export const hashOfModel = ({ theory, role, parameters }: Omit<Candidate, "preset">) =>
  createHash("sha256").update(canonicalJson({ theory, role, parameters })).digest("hex");

const parametersOf = (row: store.VersionRow) => modelVersion.shape.parameters.parse(row.parameters);

const authorsOf = (grant: Reader, rows: readonly Pick<store.ModelRow, "createdById" | "versions">[]) =>
  authorNames(
    grant,
    rows.flatMap(({ createdById, versions }) => [createdById, ...versions.map((v) => v.createdById)]),
  );

async function versionsOf(grant: Reader, rows: readonly store.VersionRow[]): Promise<ModelVersion[]> {
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map((row) => versionOf(row, authors));
}

async function summaries(
  grant: Reader,
  rows: Awaited<ReturnType<typeof store.findModels>>,
): Promise<ModelSummary[]> {
  const [authors, runs, firstArms] = await Promise.all([
    authorsOf(grant, rows),
    store.countRuns(
      grant,
      rows.map(({ id }) => id),
    ),
    store.firstArmSummaries(
      grant,
      rows.map(({ versions: [latest] }) => latest.id),
    ),
  ]);
  return rows.map(({ id, name, tags, createdAt, trashedAt, createdById, versions: [latest], _count }) => ({
    id,
    name,
    tags,
    createdAt,
    trashedAt,
    author: authors(createdById),
    latest: versionOf(latest, authors),
    versions: _count.versions,
    runs: runs.get(id) ?? { done: 0, total: 0 },
    sparkline: meanOfSummaries(firstArms.filter(({ versionId }) => versionId === latest.id)),
  }));
}

function versionOf(row: store.VersionRow, authors: (id: string | null) => string | null): ModelVersion {
  const { id, modelId, number, theory, role, preset, notes, hash, createdAt, forkedFrom } = row;
  return {
    ...{ id, modelId, number, theory, role, preset, notes, hash, createdAt },
    modelName: row.model.name,
    parameters: parametersOf(row),
    author: authors(row.createdById),
    forkedFrom: forkedFrom && {
      versionId: forkedFrom.id,
      modelName: forkedFrom.model.name,
      number: forkedFrom.number,
    },
  };
}
