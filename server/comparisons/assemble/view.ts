import type { ComparisonQuery, ComparisonView } from "../../../contracts/comparison";
import { measuresWith } from "../../../engine/measures/own-windows";
import type { AnyMeasure } from "../../../engine/measures/measure";
import type { Group } from "./group";
import { groupView } from "./group-view";
import { curvePanel, differencePanel, signalCurvePanels, tasksOf } from "./measure-panels";
import { recordingPanels } from "./recording-panels";
import { relativeGroups, relativeMeasures } from "./relative";
import { type Remember, rememberNothing } from "./remember";
import { comparisonRows } from "./rows";
import { tracePanel, tracePlans } from "./trace-panels";

/** The whole page: what each group is, its curves, differences and traces, and the table. */
export function comparisonView(
  given: readonly Group[],
  query: Pick<ComparisonQuery, "block" | "trials" | "windows" | "relative">,
  remember: Remember = rememberNothing,
): ComparisonView {
  const { block, trials } = query;
  const { groups, measures } = askedFor(given, query);
  const tasks = tasksOf(groups, block);
  return {
    groups: groups.map((group) => groupView(group, groups)),
    panels: [
      ...measures.flatMap((measure) =>
        tasks.flatMap((task) => [
          curvePanel(measure, task, groups, remember),
          ...signalCurvePanels(measure, task, groups),
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

/** Groups and measures as the query wants them: in windows of its own, relative to control. */
export function askedFor(
  groups: readonly Group[],
  { trials, windows, relative }: Pick<ComparisonQuery, "trials" | "windows" | "relative">,
): { groups: readonly Group[]; measures: readonly AnyMeasure[] } {
  const measures = measuresWith(windows);
  return relative
    ? { groups: relativeGroups(groups, measures, trials), measures: relativeMeasures(measures, trials) }
    : { groups, measures };
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
