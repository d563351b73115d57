import type { z } from "zod";
import { canonicalJson } from "../../contracts/canonical-json";
import {
  type dashboardCreateInput,
  dashboardDocument,
  type DashboardDocument,
  type dashboardDraft,
  type dashboardDraftInput,
  type dashboardHistory,
  type dashboardResolveInput,
  type dashboardRestoreInput,
  type dashboardSaveInput,
  type DashboardSummary,
  type DashboardVersion,
  type dashboardVersionDetail,
  type DashboardView,
  type dashboardViewInput,
  type draftSaved,
} from "../../contracts/dashboard";
import type { PanelData } from "../../contracts/dashboard-panel";
import { readValues } from "../../contracts/dashboard-address";
import { boundPanel } from "../../contracts/dashboard-variables";
import type { ListQuestion, Page, Paging } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import type { InLab, Reader } from "../access/grant";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { readNumbered, readPage } from "../lists/service";
import { checkPanels, resolvePanels } from "./panels/registry";
import { createReading } from "./panels/resolver";
import * as store from "./store";

export { documents as dashboardDocuments } from "./store";
export { createReading, resolvePanels };
export type { Reading } from "./panels/resolver";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;
type Authors = (id: string | null) => string | null;

export const listDashboards = (grant: Reader, question: ListQuestion): Promise<Page<DashboardSummary>> =>
  readPage(grant, store.listing(grant), question, async (ids) =>
    summaries(grant, await store.findDashboards(grant, ids)),
  );

export async function namedDashboards(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  return (await store.listNames(grant, filter)).map(({ versions: [{ number }], ...row }) => ({
    ...row,
    version: `v${number}`,
  }));
}

/** Those in the trash too: whoever has the address of one may read it. Throws not-found for a dashboard or a version. */
export async function viewDashboard(
  grant: Reader,
  { id, version, values, part }: Without<typeof dashboardViewInput>,
): Promise<DashboardView> {
  const row = await existing(grant, id);
  // what a lab is still writing, and what it wrote and took out again, is not what it shares
  if (grant.kind === "share" && version !== null && version !== row.versions[0].number)
    throw notFound("version", String(version));
  const [dashboard] = await summaries(grant, [row]);
  const shown =
    version === "draft" ? null : version === null ? row.versions[0] : await versionOf(grant, id, version);
  const document = dashboardDocument.parse(shown ? shown.document : row.draft);
  return {
    dashboard,
    version: shown && describe(shown, await authorsOf(grant, [shown])),
    document,
    data: await dataOf(grant, document, values, part),
  };
}

async function dataOf(
  grant: Reader,
  { panels, variables }: DashboardDocument,
  query: string,
  part: { readonly from: number; readonly to: number } = { from: 0, to: panels.length },
): Promise<Record<string, PanelData>> {
  const values = readValues(query, variables);
  return resolvePanels(
    createReading(grant),
    panels
      .slice(part.from, part.to)
      .map((panel) => ({ id: panel.id, content: boundPanel(panel, values).content })),
  );
}

/** Data for panels as they are being edited; what they point at and the lab does not have is said panel by panel. */
export const readPanels = (grant: InLab, { panels }: Without<typeof dashboardResolveInput>) =>
  resolvePanels(createReading(grant), panels);

/** Throws not-found. */
export async function getDraft(grant: InLab, id: string): Promise<z.infer<typeof dashboardDraft>> {
  const row = await existing(grant, id);
  const [dashboard] = await summaries(grant, [row]);
  return { dashboard, revision: row.draftRevision, document: dashboardDocument.parse(row.draft) };
}

/** Throws not-found. */
export async function getHistory(
  grant: InLab,
  id: string,
  paging: Paging,
): Promise<z.infer<typeof dashboardHistory>> {
  const row = await existing(grant, id);
  const [dashboard] = await summaries(grant, [row]);
  const page = await readNumbered(
    paging,
    async (before, take) => {
      const versions = await store.listVersions(grant, id, before, take);
      const authors = await authorsOf(grant, versions);
      return versions.map((version) => describe(version, authors));
    },
    await store.countVersions(grant, id),
  );
  return { dashboard, ...page };
}

/** Throws not-found. */
export async function getVersion(
  grant: InLab,
  id: string,
  number: number,
): Promise<z.infer<typeof dashboardVersionDetail>> {
  const version = await versionOf(grant, id, number);
  return {
    ...describe(version, await authorsOf(grant, [version])),
    document: dashboardDocument.parse(version.document),
  };
}

/** Its first version is saved at once. Throws not-found for what a panel points at and the lab does not have. */
export async function createDashboard(
  grant: InLab,
  { name, document }: Without<typeof dashboardCreateInput>,
): Promise<DashboardSummary> {
  await checkPanels(
    createReading(grant),
    document.panels.map(({ content }) => content),
  );
  return summary(grant, await store.insertDashboard(grant, { name, document, message: "First version" }));
}

/** Null where the lab has none of this name. */
export const dashboardNamed = async (grant: InLab, name: string): Promise<{ id: string } | null> =>
  store.findDashboardNamed(grant, name);

/** For the machinery: the dashboard with this name, made if the lab has none. */
export async function ensureDashboard(
  grant: InLab,
  wanted: Without<typeof dashboardCreateInput>,
): Promise<DashboardSummary> {
  const found = await store.findDashboardNamed(grant, wanted.name);
  return found ? (await summaries(grant, [found]))[0] : createDashboard(grant, wanted);
}

/**
 * Throws conflict when somebody changed the draft after `revision`, and not-found for what a panel newly points at and the
 * lab does not have. What it pointed at before may be gone meanwhile: that loses nobody their work.
 */
export async function saveDraft(
  grant: InLab,
  { id, revision, document }: Without<typeof dashboardDraftInput>,
): Promise<z.infer<typeof draftSaved>> {
  const row = await existing(grant, id);
  const known = new Set(
    dashboardDocument.parse(row.draft).panels.map(({ content }) => canonicalJson(content)),
  );
  await checkPanels(
    createReading(grant),
    document.panels.map(({ content }) => content).filter((content) => !known.has(canonicalJson(content))),
  );
  const saved = await store.updateDraft(grant, id, revision, document);
  if (!saved) throw draftChanged(row.name);
  return saved;
}

/** Makes a version of the draft. Throws conflict when somebody changed the draft after `revision`. */
export async function saveVersion(
  grant: InLab,
  { id, revision, message }: Without<typeof dashboardSaveInput>,
): Promise<DashboardSummary> {
  const row = await existing(grant, id);
  const document = dashboardDocument.parse(row.draft);
  if (!(await store.insertVersions(grant, id, revision, [{ document, message }])))
    throw draftChanged(row.name);
  return summary(grant, id);
}

/**
 * Makes an old version the newest. A draft with changes of its own becomes a version before, so that they are not lost.
 * Throws not-found, and conflict when somebody changed the draft after `revision`.
 */
export async function restoreVersion(
  grant: InLab,
  { id, number, revision }: Without<typeof dashboardRestoreInput>,
): Promise<DashboardSummary> {
  const row = await existing(grant, id);
  const old = await versionOf(grant, id, number);
  const draft = {
    document: dashboardDocument.parse(row.draft),
    message: `Draft, kept before version ${number} came back`,
  };
  const versions = [
    ...(differs(row) ? [draft] : []),
    { document: dashboardDocument.parse(old.document), message: `Version ${number} again` },
  ];
  if (!(await store.insertVersions(grant, id, revision, versions))) throw draftChanged(row.name);
  return summary(grant, id);
}

const draftChanged = (name: string) =>
  new Problem("conflict", `Somebody changed "${name}" while you were editing it.`, {
    where: "dashboard",
    next: "Look at both drafts and choose. Nothing you arranged is lost.",
  });

async function existing(grant: Reader, id: string): Promise<store.DashboardRecord> {
  const row = await store.findDashboard(grant, id);
  if (!row) throw notFound("dashboard", id);
  return row;
}

async function versionOf(grant: Reader, id: string, number: number): Promise<store.VersionRecord> {
  await existing(grant, id);
  const version = await store.findVersion(grant, id, number);
  if (!version) throw notFound("version", String(number));
  return version;
}

const authorsOf = (
  grant: Reader,
  rows: readonly { readonly createdById: string | null }[],
): Promise<Authors> =>
  authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );

const differs = ({ draft, versions: [latest] }: store.DashboardRecord): boolean =>
  canonicalJson(draft) !== canonicalJson(latest.document);

const describe = (row: store.VersionRecord, authors: Authors): DashboardVersion => ({
  ...{ number: row.number, message: row.message, createdAt: row.createdAt },
  author: authors(row.createdById),
  panels: dashboardDocument.parse(row.document).panels.length,
});

const summary = async (grant: InLab, id: string) => (await summaries(grant, [await existing(grant, id)]))[0];

async function summaries(grant: Reader, rows: readonly store.DashboardRecord[]): Promise<DashboardSummary[]> {
  const authors = await authorNames(
    grant,
    rows.flatMap(({ createdById, draftById, versions }) => [createdById, draftById, versions[0].createdById]),
  );
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, tags: row.tags, createdAt: row.createdAt, trashedAt: row.trashedAt },
    author: authors(row.createdById),
    latest: describe(row.versions[0], authors),
    draft: {
      revision: row.draftRevision,
      author: authors(row.draftById),
      changedAt: row.draftAt,
      differs: differs(row),
    },
  }));
}
