import type { PanelContent, PanelKind } from "@/contracts/dashboard-panel";
import type { PanelDefinition } from "./definition";
import { chart } from "./chart/chart";
import { dataset } from "./dataset/dataset";
import { run } from "./run/run";
import { table } from "./table/table";
import { text } from "./text/text";
import { traces } from "./traces/traces";

/** Every kind of panel (contracts/dashboard-panel.ts), in the order in which they are offered. */
export const panelDefinitions: { readonly [K in PanelKind]: PanelDefinition<K> } = {
  chart,
  table,
  traces,
  run,
  dataset,
  text,
};

export const definitionOf = (kind: PanelKind) =>
  panelDefinitions[kind] as unknown as PanelDefinition<PanelKind>;

/** What a panel shows, in words. */
export const panelWords = (content: PanelContent): string =>
  definitionOf(content.kind).words(content as never);
