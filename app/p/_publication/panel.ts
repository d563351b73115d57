import { boundPanel, type BoundPanel } from "@/contracts/dashboard-variables";
import type { Panel } from "@/contracts/dashboard";
import type { PanelData } from "@/contracts/dashboard-panel";
import { panelData } from "@/contracts/dashboard-panel";
import { notFound } from "@/server/errors";
import { publishedPart } from "@/server/publications/service";
import type { Opened } from "./open";

/** One panel of a setting. Throws not-found. */
export async function onePanel(
  { version: { manifest, grant }, setting }: Opened,
  id: string,
): Promise<{ panel: Panel; bound: BoundPanel; data: PanelData }> {
  const panel = manifest.document.panels.find((one) => one.id === id);
  const { values, panels } = manifest.settings[setting];
  if (!panel || !Object.hasOwn(panels, id)) throw notFound("panel", id);
  const bytes = await publishedPart(grant, panels[id]);
  return {
    ...{ panel, bound: boundPanel(panel, values) },
    data: panelData.parse(JSON.parse(Buffer.from(bytes).toString())),
  };
}
