import type { Panel } from "../../../contracts/dashboard";
import type { PanelContent, PanelData, PanelKind } from "../../../contracts/dashboard-panel";
import { Problem } from "../../errors";
import { chart } from "./chart";
import { dataset } from "./dataset";
import type { Reading, Resolver } from "./resolver";
import { run } from "./run";
import { table } from "./table";
import { text } from "./text";
import { traces } from "./traces";

/** Every kind of panel there is (contracts/dashboard-panel.ts), and how its data is read. */
export const resolvers: { readonly [K in PanelKind]: Resolver<K> } = {
  chart,
  table,
  traces,
  run,
  dataset,
  text,
};

const resolverOf = (content: PanelContent) => resolvers[content.kind] as Resolver<PanelKind>;

/** Throws not-found where a panel points at what the lab does not have. */
export async function checkPanels(reading: Reading, contents: readonly PanelContent[]): Promise<void> {
  for (const content of contents) await resolverOf(content).check(reading, content as never);
}

/** The data of every panel by its id. A panel whose source is gone says so; the others stand. */
export async function resolvePanels(
  reading: Reading,
  panels: readonly Pick<Panel, "id" | "content">[],
): Promise<Record<string, PanelData>> {
  return Object.fromEntries(
    await Promise.all(panels.map(async ({ id, content }) => [id, await dataOf(reading, content)] as const)),
  );
}

async function dataOf(reading: Reading, content: PanelContent): Promise<PanelData> {
  try {
    return await resolverOf(content).data(reading, content as never);
  } catch (error) {
    if (!(error instanceof Problem && error.details.code === "not-found")) throw error;
    const next = "It may have been removed. Change what the panel shows, or remove the panel.";
    return { kind: "problem", what: error.details.what, next };
  }
}
