import type { ComparisonPanel } from "../../../contracts/comparison";
import type { TheoryDeclaration } from "../../../engine/declaration";
import { type AnyMeasure, whyNotApplicable } from "./applicability";
import { trainingAxis } from "./axes";
import { type Block, blocksOf, middleOf } from "./blocks";
import { ownUnits } from "./own-units";
import { type Group, isControl, type SimulationGroup } from "./group";
import { runValues } from "./measure-values";
import { type Pairs, pairsOf } from "./pairs";
import { type Remember, rememberNothing, signatureOf } from "./remember";
import { groupSeries } from "./series";
import { perSubject, subjectCurves, type SubjectCurves } from "./subjects";
import { trainingTypesOf } from "./training-types";

/** Groups of one task share the panel of a measure; another task gets a panel of its own. */
export interface TaskGroups {
  readonly axis: ComparisonPanel["axis"];
  readonly groups: readonly SimulationGroup[];
  readonly blocks: readonly Block[];
}

export function tasksOf(groups: readonly Group[], blockSize: number): TaskGroups[] {
  const byAxis = new Map<string, SimulationGroup[]>();
  for (const group of groups) {
    if (group.kind === "recording") continue;
    const { key } = trainingAxis(group.paradigm);
    byAxis.set(key, [...(byAxis.get(key) ?? []), group]);
  }
  return [...byAxis.values()].map((own) => ({
    axis: trainingAxis(own[0].paradigm),
    groups: own,
    blocks: blocksOf(Math.max(...own.map(({ trials }) => trials)), blockSize),
  }));
}

export const curvesOf = (
  measure: AnyMeasure,
  group: SimulationGroup,
  blocks: readonly Block[],
): SubjectCurves => subjectCurves(group, ({ numbers }) => runValues(measure, numbers, blocks)?.means ?? null);

/** The learning curve of a measure in one task. */
export function curvePanel(
  measure: AnyMeasure,
  task: TaskGroups,
  all: readonly Group[],
  remember: Remember = rememberNothing,
): ComparisonPanel {
  const recordings = all.filter(({ kind }) => kind === "recording");
  const notApplicable = reasons([...task.groups, ...recordings], (group) => whyNotApplicable(measure, group));
  const shown = task.groups.filter(({ key }) => !notApplicable.some(({ group }) => group === key));
  return {
    ...frame("curve", measure, task),
    title: measure.title,
    zeroLine: measure.zeroLine,
    series: shown.map((group) =>
      remember(`curve ${measure.key} ${blocksKey(task.blocks)} ${signatureOf(group)}`, () =>
        groupSeries(group.key, perSubject(curvesOf(measure, group, task.blocks)), task.blocks.length),
      ),
    ),
    notApplicable,
  };
}

/** The same measure as a difference from control: paired per subject within one experiment and model. */
export function differencePanel(
  measure: AnyMeasure,
  task: TaskGroups,
  all: readonly Group[],
  remember: Remember = rememberNothing,
): ComparisonPanel {
  const recordings = all.filter(({ kind }) => kind === "recording");
  const notApplicable = reasons([...task.groups, ...recordings], (group) => whyNoDifference(measure, group));
  const shown = task.groups.filter(({ key }) => !notApplicable.some(({ group }) => group === key));
  return {
    ...frame("difference", measure, task),
    title: `${measure.title}, difference from control`,
    zeroLine: true,
    series: shown.map((group) =>
      remember(`difference ${measure.key} ${blocksKey(task.blocks)} ${signatureOf(group)}`, () =>
        differenceSeries(measure, group, group.control!, task.blocks),
      ),
    ),
    notApplicable,
  };
}

function differenceSeries(
  measure: AnyMeasure,
  group: SimulationGroup,
  control: SimulationGroup,
  blocks: readonly Block[],
) {
  const { complete, of, missing } = measurePairs(measure, group, control, blocks);
  const curves = complete.map(({ subject, difference }) => ({ subject, values: difference }));
  return groupSeries(group.key, curves, blocks.length, {
    pairs: { complete: complete.length, of, missing: [...missing] },
  });
}

const blocksKey = (blocks: readonly Block[]) => `${blocks[0].to} ${blocks.at(-1)!.to}`;

export const measurePairs = (
  measure: AnyMeasure,
  group: SimulationGroup,
  control: SimulationGroup,
  blocks: readonly Block[],
): Pairs => pairsOf(group, control, curvesOf(measure, group, blocks), curvesOf(measure, control, blocks));

/** Why a group has no difference from control; null when it has one. */
export function whyNoDifference(measure: AnyMeasure, group: Group): string | null {
  if (group.kind === "recording")
    return "Differences are paired within one experiment; between a recording and a simulation nothing is paired.";
  if (isControl(group.arm)) return "This is the control.";
  if (!group.control) return "The experiment has no control arm.";
  const own = whyNotApplicable(measure, group);
  if (own) return own;
  const reason = whyNotApplicable(measure, group.control);
  return reason ? `${group.control.arm.title}: ${reason}` : null;
}

function reasons(groups: readonly Group[], reasonOf: (group: Group) => string | null) {
  return groups.flatMap((group) => {
    const reason = reasonOf(group);
    return reason ? [{ group: group.key, reason }] : [];
  });
}

const frame = (kind: "curve" | "difference", measure: AnyMeasure, { axis, blocks, groups }: TaskGroups) => ({
  key: `${kind}:${measure.key}@${axis.key}`,
  kind,
  measure: measure.key,
  unit: unitIn(measure, groups[0].theory),
  source: sourceOf(measure, groups) + ownUnits(unitIn(measure, groups[0].theory), groups),
  window: measure.window(groups[0].paradigm),
  axis,
  x: blocks.map(middleOf),
  blocks: blocks.map(({ from, to }) => ({ from, to })),
  events: [],
  facet: null,
});

/** Of a measure's types of trial those that some group has. */
function sourceOf({ source, types }: AnyMeasure, groups: readonly SimulationGroup[]): string {
  if (source === "probe")
    return `${types.join(" and ")} probes; the probe block after trial 1 belongs to no block of trials`;
  const met = new Set(groups.flatMap(trainingTypesOf));
  const shown = types.filter((type) => met.has(type));
  return `${(shown.length > 0 ? shown : types).join(" and ")} training trials`;
}

/** Its unit, or that of the signal which it reads. */
export const unitIn = ({ unit, reads }: AnyMeasure, { signals }: TheoryDeclaration): string =>
  unit ?? signals.find(({ key }) => key === reads)?.unit ?? "1";
