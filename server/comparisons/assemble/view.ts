import type { ComparisonQuery, ComparisonView } from "../../../contracts/comparison";
import { measuresWith } from "../../../engine/measures/own-windows";
import type { Group } from "./group";
import { groupView } from "./group-view";
import { curvePanel, differencePanel, signalCurvePanels, tasksOf } from "./measure-panels";
import { recordingPanels } from "./recording-panels";
import { type Remember, rememberNothing } from "./remember";
import { comparisonRows } from "./rows";
import { tracePanel, tracePlans } from "./trace-panels";

/** The whole page: what each group is, its curves, differences and traces, and the table. */
export function comparisonView(
  groups: readonly Group[],
  { block, trials, windows }: Pick<ComparisonQuery, "block" | "trials" | "windows">,
  remember: Remember = rememberNothing,
): ComparisonView {
  const tasks = tasksOf(groups, block);
  const measures = measuresWith(windows);
  return {
    groups: groups.map((group) => groupView(group, groups)),
    panels: [
      ...measures.flatMap((measure) =>
        tasks.flatMap((task) => [
          curvePanel(measure, task, groups, remember),
          ...signalCurvePanels(measure, task),
          differencePanel(measure, task, groups, remember),
        ]),
      ),
      ...tracePlans(groups).map((plan) => tracePanel(plan, remember)),
      ...recordingPanels(groups),
    ],
    rows: measures.flatMap((measure) =>
      groups.flatMap((group) => comparisonRows(measure, group, trials, remember)),
    ),
    engineVersions: engineVersionsOf(groups),
  };
}

const engineVersionsOf = (groups: readonly Group[]): string[] => [
  ...new Set(
    groups.flatMap((group) =>
      group.kind === "simulation"
        ? group.runs.filter(({ numbers }) => numbers).map(({ engineVersion }) => engineVersion)
        : [],
    ),
  ),
];
