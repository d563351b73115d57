import { canonicalJson } from "../../../contracts/canonical-json";
import type { DashboardDocument, VariableValues } from "../../../contracts/dashboard";
import { type PanelContent, type PanelData, panelData } from "../../../contracts/dashboard-panel";
import { boundPanel } from "../../../contracts/dashboard-variables";
import { type FrozenContent, frozenContent, type FrozenOptions } from "../../../contracts/publication";
import type { InLab } from "../../access/grant";
import { runsBehind } from "../../comparisons/service";
import { createReading, resolvePanels } from "../../dashboards/service";
import { described } from "./described";
import { createKeys, type Keys } from "./keys";
import { createParts, type Part } from "./parts";
import { frozenRuns, type PlacedRun } from "./runs";
import { settingsOf } from "./settings";
import { permittedContent, permittedReading, sourcesOf } from "./sources";
import { type NotForPublic, type Sources, withheldFrom } from "./withheld";

export interface ToFreeze {
  readonly document: DashboardDocument;
  readonly options: FrozenOptions;
  /** Keys of what is frozen are made with it: two copies under two salts have no key in common. */
  readonly salt: string;
}
export interface Frozen {
  readonly content: FrozenContent;
  readonly parts: readonly Part[];
}

/**
 * A dashboard with every number behind it, without an id of the database or a person's name: what is written is chosen field
 * by field. What the lab may not publish is left out and named in `missing`.
 */
export async function freeze(grant: InLab, { document, options, salt }: ToFreeze): Promise<Frozen> {
  const settings = settingsOf(document.variables, options);
  const panelsOf = (values: VariableValues) =>
    document.panels.map((panel) => ({ id: panel.id, content: boundPanel(panel, values).content }));
  const reading = createReading(grant);
  const named = await sourcesOf(
    reading,
    settings.flatMap((values) => panelsOf(values).map(({ content }) => content)),
  );
  const withheld = await withheldFrom(grant, named);
  const shown: Shown[] = [];
  const read = new Map<string, PanelData>();
  for (const values of settings) shown.push(await shownOf(reading, panelsOf(values), withheld, read));
  const sources = sourcesShown(shown);

  const keys = createKeys(salt);
  const parts = createParts();
  const runs = await frozenRuns(grant, await placedRuns(grant, sources.groups, shown), keys, parts);
  const facts = await described(grant, sources, keys);
  nameAll(keys, document, named, shown);
  const hashes = new Map<PanelData, string>();
  const hashOf = (data: PanelData) => {
    const hash = hashes.get(data) ?? parts.json(keys.instead(panelData.parse(data)));
    hashes.set(data, hash);
    return hash;
  };
  const content = {
    ...{ format: 1 as const, document: keys.instead(document) },
    settings: settings.map((values, index) => ({
      values: keys.instead(values),
      panels: Object.fromEntries(shown[index].map(({ id, data }) => [id, hashOf(data)])),
    })),
    engineVersions: [...new Set(runs.map(({ engineVersion }) => engineVersion))].sort(),
    ...{ ...facts, runs, missing: [...withheld.missing] },
  };
  return { content: frozenContent.parse(content), parts: parts.all() };
}

type Shown = readonly { readonly id: string; readonly content: PanelContent; readonly data: PanelData }[];

/** @param read what other settings have read already, by content. */
async function shownOf(
  reading: ReturnType<typeof createReading>,
  panels: readonly { readonly id: string; readonly content: PanelContent }[],
  withheld: NotForPublic,
  read: Map<string, PanelData>,
): Promise<Shown> {
  const fresh = panels.filter(({ content }) => !read.has(canonicalJson(content)));
  const permitted = await Promise.all(
    fresh.map(async ({ id, content }) => ({ id, ...(await permittedContent(reading, content, withheld)) })),
  );
  const data = await resolvePanels(
    permittedReading(reading, withheld),
    permitted.flatMap((panel) => ("instead" in panel ? [] : [panel])),
  );
  permitted.forEach((panel, index) =>
    read.set(canonicalJson(fresh[index].content), "instead" in panel ? panel.instead : data[panel.id]),
  );
  return panels.map((panel) => ({ ...panel, data: read.get(canonicalJson(panel.content))! }));
}

/** What is behind the panels that have data. */
function sourcesShown(shown: readonly Shown[]): Sources {
  const panels = shown.flat();
  const groups = panels.flatMap(({ data }) =>
    "groups" in data && data.kind !== "dataset" ? data.groups.map(({ ref }) => ref) : [],
  );
  return {
    groups,
    runs: panels.flatMap(({ content, data }) =>
      content.kind === "run" && data.kind === "run" ? content.run : [],
    ),
    datasets: [
      ...groups.flatMap((ref) => (ref.kind === "recording" ? ref.dataset : [])),
      ...panels.flatMap(({ content, data }) =>
        content.kind === "dataset" && data.kind === "dataset" ? content.version : [],
      ),
    ],
  };
}

/** Runs of the groups that are shown, those of the control arms that differences are from, and runs shown by themselves. */
async function placedRuns(
  grant: InLab,
  groups: Sources["groups"],
  shown: readonly Shown[],
): Promise<PlacedRun[]> {
  const alone = shown.flat().flatMap(({ content, data }) => {
    if (content.kind !== "run" || data.kind !== "run") return [];
    const { experiment: experimentId, model: modelVersionId } = content.run;
    return [{ runId: data.run.id, experimentId, modelVersionId }];
  });
  return [...(await runsBehind(grant, groups)), ...alone];
}

/** Every id that stands anywhere in what is frozen gets its key, also ids of what is left out. */
function nameAll(
  keys: Keys,
  { panels, variables }: DashboardDocument,
  { groups, runs, datasets }: Sources,
  shown: readonly Shown[],
): void {
  const simulated = [...groups.flatMap((ref) => (ref.kind === "simulation" ? [ref] : [])), ...runs];
  for (const { experiment, model } of simulated) {
    keys.of("experiment", experiment);
    keys.of("model", model);
  }
  for (const id of datasets) keys.of("dataset", id);
  for (const { content } of panels)
    if ("source" in content && content.source.from === "comparison")
      keys.of("comparison", content.source.comparison);
  for (const variable of variables)
    if (variable.kind === "model") for (const id of variable.value ?? []) keys.of("model", id);
  for (const { data } of shown.flat()) {
    if (data.kind === "run") keys.of("run", data.run.id);
    if (data.kind === "dataset") keys.of("dataset", data.dataset);
  }
}
