import type {
  ComparisonPanel,
  ComparisonQuery,
  ComparisonRow,
  ComparisonView,
} from "../../../contracts/comparison";
import { measuresWith } from "../../../engine/measures/own-windows";
import type { AnyMeasure } from "../../../engine/measures/measure";
import { atOnce } from "../in-steps";
import type { Group } from "./group";
import { groupView } from "./group-view";
import { curvePanel, differencePanel, signalCurvePanels, tasksOf } from "./measure-panels";
import { recordingPanels } from "./recording-panels";
import { relativeGroups, relativeMeasures } from "./relative";
import { type Remember, rememberNothing } from "./remember";
import { comparisonRows } from "./rows";
import { tracePanel, tracePlans } from "./trace-panels";

type Viewed = Pick<ComparisonQuery, "block" | "trials" | "windows" | "relative">;

/** The whole page: what each group is, its curves, differences and traces, and the table. */
export const comparisonView = (
  groups: readonly Group[],
  query: Viewed,
  remember: Remember = rememberNothing,
): ComparisonView => atOnce(viewing(groups, query, remember));

/** The same in steps of a few milliseconds. */
export function* viewing(
  given: readonly Group[],
  query: Viewed,
  remember: Remember,
): Generator<undefined, ComparisonView> {
  const { block, trials } = query;
  const { groups, measures } = askedFor(given, query);
  yield;
  const tasks = tasksOf(groups, block);
  const panels: ComparisonPanel[] = [];
  for (const measure of measures)
    for (const task of tasks) {
      panels.push(curvePanel(measure, task, groups, remember), ...signalCurvePanels(measure, task, groups));
      yield;
      panels.push(differencePanel(measure, task, groups, remember));
      yield;
    }
  for (const plan of tracePlans(groups)) {
    panels.push(tracePanel(plan, remember));
    yield;
  }
  panels.push(...recordingPanels(groups));
  yield;
  const rows: ComparisonRow[] = [];
  for (const measure of measures)
    for (const group of groups) {
      rows.push(...comparisonRows(measure, group, trials, remember));
      yield;
    }
  return {
    groups: groups.map((group) => groupView(group, groups)),
    panels,
    rows,
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
