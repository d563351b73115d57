import type { z } from "zod";
import {
  comparisonState,
  type comparisonAsideInput,
  type ComparisonExport,
  type ComparisonExportFormat,
  type ComparisonQuery,
  type ComparisonRevision,
  type comparisonSaveInput,
  type ComparisonSummary,
  type comparisonUpdateInput,
  type ComparisonView,
  type GroupView,
  type traceIndividuals,
} from "../../contracts/comparison";
import type { ListQuestion, Page, Paging, Rows } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import type { InLab, Reader } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { readPage } from "../lists/service";
import { readRevisions } from "../revisions/service";
import { createMemory } from "./assemble/remember";
import { traceIndividualsOf } from "./assemble/trace-individuals";
import { viewing } from "./assemble/view";
import { exportOf, tabling } from "./export/export";
import { type Export, nwbOfComparison } from "./export/nwb";
import { inSteps } from "./in-steps";
import { checkGroups, readGroups, runsBehind } from "./read-groups";
import * as store from "./store";

export { createRecomputation } from "./recompute";
export { documents as comparisonDocuments } from "./store";

export { checkGroups, runsBehind };

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/**
 * Series and rows of groups seen lately (about 10 kB each): when one run is done, only its own group is counted again. Keys
 * name results, never labs; whose results they are was decided when the groups were read.
 */
const memory = createMemory(4000);

/** Throws not-found for a group that the lab does not have. */
export async function viewComparison(grant: Reader, query: ComparisonQuery): Promise<ComparisonView> {
  return (await readComparison(grant, query))(query);
}

/** Reads groups once, to view them by several blocks and trials. Throws not-found for a group that the lab does not have. */
export async function readComparison(
  grant: Reader,
  { groups: refs, windows, relative }: Pick<ComparisonQuery, "groups" | "windows" | "relative">,
): Promise<(query: Pick<ComparisonQuery, "block" | "trials">) => Promise<ComparisonView>> {
  const [groups, trashed] = await Promise.all([
    readGroups(grant, refs, windows),
    store.trashedSources(grant, refs),
  ]);
  return async ({ block, trials }) => {
    const view = await inSteps(viewing(groups, { block, trials, windows, relative }, memory));
    return trashed.size === 0 ? view : { ...view, groups: view.groups.map(saying(trashed)) };
  };
}

/** What a group stands on may have gone to the trash: it is kept for the comparison, and the comparison says so. */
const saying =
  (trashed: ReadonlySet<string>) =>
  (group: GroupView): GroupView => {
    const { ref } = group;
    const [what, id] =
      ref.kind === "simulation"
        ? (["experiment", ref.experiment] as const)
        : (["dataset", ref.dataset] as const);
    return trashed.has(id) ? { ...group, inTrash: `Its ${what} is in the trash.` } : group;
  };

/** The thin lines of one trace panel. Throws not-found for a panel that the query does not have. */
export async function viewTraceIndividuals(
  grant: Reader,
  { panel, groups }: Pick<ComparisonQuery, "groups"> & { readonly panel: string },
): Promise<z.infer<typeof traceIndividuals>> {
  const individuals = traceIndividualsOf(await readGroups(grant, groups), panel);
  if (!individuals) throw notFound("panel", panel);
  return individuals;
}

/** Throws not-found for a panel that the query does not have. */
export async function exportComparison(
  grant: Reader,
  { panel, format, ...query }: ExportQuery,
): Promise<ComparisonExport> {
  const groups = await readGroups(grant, query.groups, query.windows);
  const tables = await inSteps(tabling(groups, query, panel));
  if (!tables) throw notFound("panel", panel ?? "");
  return exportOf(tables, format);
}

/** The subjects behind a comparison as NWB files, with its tables. Throws not-found for a group that the lab does not have. */
export async function exportComparisonNwb(
  grant: Reader,
  { name, ...query }: ComparisonQuery & { readonly name: string },
): Promise<Export> {
  const [groups, runs] = await Promise.all([
    readGroups(grant, query.groups, query.windows),
    runsBehind(grant, query.groups),
  ]);
  return nwbOfComparison(grant, groups, { name, query, runs });
}

interface ExportQuery extends ComparisonQuery {
  readonly panel: string | null;
  readonly format: ComparisonExportFormat;
}

export const listComparisons = (grant: Reader, question: ListQuestion): Promise<Page<ComparisonSummary>> =>
  readPage(grant, store.listing(grant), question, async (ids) =>
    summaries(grant, await store.findComparisons(grant, ids)),
  );

/** Ids of the comparisons with these names; of several with one name the newest. */
export async function comparisonsNamed(grant: InLab, names: readonly string[]): Promise<Map<string, string>> {
  return new Map((await store.listIdsByName(grant, names)).map(({ name, id }) => [name, id]));
}

export async function namedComparisons(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  return (await store.listNames(grant, filter)).map((row) => ({ ...row, version: null }));
}

/** Throws not-found. */
export async function getComparison(grant: Reader, id: string): Promise<ComparisonSummary> {
  return (await summaries(grant, [await existing(grant, id)]))[0];
}

/**
 * Throws not-found for a group that the lab does not have.
 * @param comparison.position puts the tabs of a scenario before what people save; 0 by default.
 */
export async function saveComparison(
  grant: InLab,
  comparison: Without<typeof comparisonSaveInput> & { readonly position?: number },
): Promise<ComparisonSummary> {
  await checkGroups(grant, comparison.state.groups);
  return (await summaries(grant, [await store.insertComparison(grant, comparison)]))[0];
}

/** Throws not-found, and conflict when somebody changed it since `updatedAt`. */
export async function updateComparison(
  grant: InLab,
  { id, ...change }: Without<typeof comparisonUpdateInput>,
): Promise<ComparisonSummary> {
  const { name } = await existing(grant, id);
  await checkGroups(grant, [...change.state.groups, ...(change.aside?.groups ?? [])]);
  if (!(await store.updateComparison(grant, id, change)))
    throw new Problem("conflict", `Somebody changed "${name}" while you were looking at it.`, {
      where: "comparison",
      next: "Look at both and choose. Nothing you arranged is lost.",
    });
  return getComparison(grant, id);
}

/** Keeps a state in the history that was not chosen. Throws not-found. */
export async function keepAside(
  grant: InLab,
  { id, state }: Without<typeof comparisonAsideInput>,
): Promise<void> {
  await existing(grant, id);
  await checkGroups(grant, state.groups);
  if (!(await store.setAside(grant, id, state))) throw notFound("comparison", id);
}

/** What it was, newest first, also what was not chosen; empty until it is changed. Throws not-found. */
export async function listHistory(
  grant: InLab,
  id: string,
  paging: Paging,
): Promise<Rows<ComparisonRevision>> {
  await existing(grant, id);
  return readRevisions(grant, { kind: "comparison", id }, paging, async (rows) => {
    const authors = await authorNames(
      grant,
      rows.map(({ createdById }) => createdById),
    );
    return rows.map(({ createdById, content, ...row }) => ({
      ...row,
      author: authors(createdById),
      state: comparisonState.parse(content),
    }));
  });
}

async function existing(grant: Reader, id: string): Promise<store.ComparisonRecord> {
  const row = await store.findComparison(grant, id);
  if (!row) throw notFound("comparison", id);
  return row;
}

async function summaries(
  grant: Reader,
  rows: readonly store.ComparisonRecord[],
): Promise<ComparisonSummary[]> {
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, state, ...row }) => ({
    ...row,
    author: authors(createdById),
    state: comparisonState.parse(state),
  }));
}
