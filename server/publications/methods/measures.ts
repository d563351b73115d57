import type { PanelData } from "../../../contracts/dashboard-panel";
import { plain } from "./markdown";

/** Every measure that the panels show, with its unit and the window that they themselves name; empty where there is none. */
export function measureWords(panels: readonly PanelData[]): string[] {
  const said = new Set<string>();
  const say = (title: string, unit: string, window: string) =>
    said.add(`- ${plain(title)} (${plain(unit)}): ${plain(window)}.`);
  for (const data of panels) {
    if (data.kind === "chart")
      for (const { kind, series, title, unit, window } of data.panels)
        if (kind === "curve" && series.length > 0) say(title, unit, window);
    if (data.kind === "table")
      for (const { n, title, unit, window } of data.rows)
        if (n > 0) say(title, unit, window.replace(/^trials \d+–\d+; /, ""));
  }
  return said.size > 0 ? [[...said].join("\n")] : [];
}
