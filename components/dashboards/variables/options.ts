import { familyLabel } from "@/components/charts/lines/facets";
import type { DashboardDocument, Variable } from "@/contracts/dashboard";
import type { PanelData } from "@/contracts/dashboard-panel";

export interface Option {
  readonly value: string;
  readonly words: string;
}

/** What a variable can choose from: the models or arms that the panels that follow it show, in their order. */
export function optionsOf(
  variable: Pick<Variable, "kind" | "name">,
  { panels }: Pick<DashboardDocument, "panels">,
  data: Readonly<Record<string, PanelData>>,
): Option[] {
  const { kind, name } = variable;
  const options = new Map<string, string>();
  for (const panel of panels) {
    const own = data[panel.id];
    if (panel.bind[kind] !== name || !own || !("groups" in own) || own.kind === "dataset") continue;
    for (const group of own.groups) {
      if (group.ref.kind !== "simulation") continue;
      if (kind === "model" && !options.has(group.ref.model)) options.set(group.ref.model, familyLabel(group));
      if (kind === "arm" && group.arm && !options.has(group.arm.key))
        options.set(group.arm.key, group.arm.title);
    }
  }
  return [...options].map(([value, words]) => ({ value, words }));
}
