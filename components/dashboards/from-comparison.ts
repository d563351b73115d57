/** A first dashboard from a saved comparison: its words, its figures, its table, and controls that drive them together. */
import type { ComparisonSummary } from "@/contracts/comparison";
import type { DashboardDocument, Panel, Variable } from "@/contracts/dashboard";
import type { PanelContent } from "@/contracts/dashboard-panel";
import { usualFigures } from "../comparison/figures";
import { addPanel, addVariable, emptyDocument } from "./edit/edits";
import { inReadingOrder } from "./grid/layout";

type Fresh = Omit<Panel, "id">;
const panel = (content: PanelContent, place: Panel["place"]): Fresh => ({
  title: "",
  bind: {},
  place,
  content,
});

export function documentFrom({ id, notes, state }: ComparisonSummary): DashboardDocument {
  const source = { from: "comparison" as const, comparison: id };
  const shown = state.panels ?? usualFigures;
  const charts = shown.filter((figure) => /^(curve|difference):/.test(figure));
  const signals = [
    ...new Set(shown.filter((figure) => figure.startsWith("trace:")).map((figure) => figure.slice(6))),
  ];
  const panels: Fresh[] = [
    ...(notes.trim() ? [panel({ kind: "text", text: notes }, { x: 0, w: 12, h: 1 })] : []),
    ...charts.map((figure, index) =>
      panel({ kind: "chart", source, figure, look: {} }, { x: index % 2 === 0 ? 0 : 6, w: 6, h: 4 }),
    ),
    ...signals.map((signal) => panel({ kind: "traces", source, signal, look: {} }, { x: 0, w: 12, h: 5 })),
    panel({ kind: "table", source, measures: null, trials: null }, { x: 0, w: 12, h: 3 }),
  ];
  const variables: Omit<Variable, "name">[] = [
    { kind: "model", title: "Models", value: null },
    { kind: "arm", title: "Arms", value: null },
    { kind: "window", title: "Trials", value: state.trials },
    { kind: "block", title: "Points of", value: state.block },
    { kind: "band", title: "Band", value: state.band },
  ];
  const arranged = panels.reduce(addPanel, emptyDocument);
  const bound = variables.reduce(addVariable, arranged);
  return { ...bound, panels: inReadingOrder(bound.panels) };
}
