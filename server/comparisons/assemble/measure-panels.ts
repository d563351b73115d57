import type { ComparisonPanel } from "../../../contracts/comparison";
import type { TheoryDeclaration } from "../../../engine/declaration";
import { type AnyMeasure, whyNotApplicable } from "./applicability";
import { trainingAxis } from "./axes";
import { type Block, blocksOf, middleOf } from "./blocks";
import { ownUnits } from "./own-units";
import { type Group, isControl, type RecordingGroup, type SimulationGroup } from "./group";
import { runValues } from "./measure-values";
import { type Pairs, pairsOf } from "./pairs";
import {
  placeOf,
  recordedCurves,
  recordedKey,
  recordedTrainingAxis,
  trialsOfGroup,
  whyNotRecorded,
} from "./recording-measures";
import { type Remember, rememberNothing, signatureOf } from "./remember";
import { errorsOf, isRelative, unscaledWords } from "./relative";
import { groupSeries } from "./series";
import { perSubject, subjectCurves, type SubjectCurves } from "./subjects";
import { trainingTypesOf } from "./training-types";

/** Groups of one task share the panel of a measure; another task gets a panel of its own. */
export interface TaskGroups {
  readonly axis: ComparisonPanel["axis"];
  readonly groups: readonly SimulationGroup[];
  readonly recordings: readonly RecordingGroup[];
  readonly blocks: readonly Block[];
}

export function tasksOf(groups: readonly Group[], blockSize: number): TaskGroups[] {
  const simulations = groups.filter((group) => group.kind === "simulation");
  const paradigms = simulations.map(({ paradigm }) => paradigm);
  const axisOf = (group: Group) =>
    group.kind === "simulation" ? trainingAxis(group.paradigm) : recordedTrainingAxis(group, paradigms);
  const axes = new Map(groups.map(axisOf).map((axis) => [axis.key, axis]));
  return [...axes.values()].flatMap((axis) => {
    const own = groups.filter((group) => axisOf(group).key === axis.key);
    const recordings = own.filter((group) => group.kind === "recording");
    const trials = [
      ...own.flatMap((group) => (group.kind === "simulation" ? group.trials : [])),
      ...recordings.map(trialsOfGroup),
    ];
    const blocks = blocksOf(Math.max(...trials), blockSize);
    if (blocks.length === 0) return [];
    return [{ axis, groups: own.filter((group) => group.kind === "simulation"), recordings, blocks }];
  });
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
  const isShown = ({ key }: Group) => !notApplicable.some(({ group }) => group === key);
  // what is read from a signal has that signal's own unit: it stands in a panel of its own
  const recorded = measure.reads === "licks" ? task.recordings.filter(isShown) : [];
  return {
    ...frame("curve", measure, task),
    title: measure.title,
    zeroLine: measure.zeroLine,
    series: [
      ...task.groups
        .filter(isShown)
        .map((group) =>
          remember(`curve ${measure.key} ${blocksKey(task.blocks)} ${signatureOf(group)}`, () =>
            simulatedSeries(measure, group, task.blocks),
          ),
        ),
      ...recorded.map((group) =>
        groupSeries(group.key, recordedCurves(measure, group, null, task.blocks), task.blocks.length),
      ),
    ],
    notApplicable,
    remarks: remarksOf(measure, task.groups.filter(isShown), null),
  };
}

const remarksOf = (measure: AnyMeasure, groups: readonly Group[], signal: string | null): string[] =>
  isRelative(measure) ? groups.flatMap((group) => unscaledWords(group, signal)) : [];

function simulatedSeries(measure: AnyMeasure, group: SimulationGroup, blocks: readonly Block[]) {
  const curves = perSubject(curvesOf(measure, group, blocks));
  return groupSeries(group.key, curves, blocks.length, { errors: errorsFor(measure, group, curves, null) });
}

/** Relative errors of what the curves were divided by; null where they were not. */
export const errorsFor = (
  measure: AnyMeasure,
  group: Group,
  curves: readonly { readonly subject: string }[],
  signal: string | null,
): number[] | null =>
  isRelative(measure)
    ? errorsOf(
        group,
        curves.map(({ subject }) => subject),
        signal,
      )
    : null;

/** Learning curves of what a measure reads from the signals of recordings: one panel for each signal and unit. */
export function signalCurvePanels(
  measure: AnyMeasure,
  task: TaskGroups,
  all: readonly Group[],
): ComparisonPanel[] {
  if (measure.reads === "licks" || measure.source === "probe") return [];
  const panels = new Map<string, ComparisonPanel>();
  for (const group of task.recordings)
    for (const signal of group.signals) {
      if (whyNotRecorded(measure, group, signal)) continue;
      const unit = measure.unit ?? signal.unit;
      const own = recordedKey(measure, signal);
      const key = `curve:${own}:${unit}@${task.axis.key}`;
      const curves = recordedCurves(measure, group, signal, task.blocks);
      const series = groupSeries(group.key, curves, task.blocks.length, {
        errors: errorsFor(measure, group, curves, signal.name),
      });
      const panel = panels.get(key) ?? {
        ...frame("curve", measure, task),
        ...{ key, unit, measure: own, title: `${measure.title}: ${placeOf(signal)}` },
        zeroLine: measure.zeroLine,
        source: recordedSource(measure),
        ...besides(measure, task, all),
      };
      panels.set(key, {
        ...panel,
        series: [...panel.series, series],
        remarks: [...(panel.remarks ?? []), ...remarksOf(measure, [group], signal.name)],
      });
    }
  return [...panels.values()];
}

/** In one unit models stand beside a recording; in units of their own they do not. */
function besides(measure: AnyMeasure, task: TaskGroups, all: readonly Group[]) {
  if (!isRelative(measure)) return { series: [], notApplicable: [] };
  const { series, notApplicable, remarks } = curvePanel(measure, task, all);
  return { series, notApplicable, remarks };
}

const recordedSource = ({ types }: AnyMeasure) =>
  `${types.join(" and ")} trials of the recording; mean over the trials of a block per animal, then over animals`;

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
    remarks: remarksOf(measure, shown, null),
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
    errors: errorsFor(measure, group, curves, null),
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
  unit: groups.length > 0 ? unitIn(measure, groups[0].theory) : (measure.unit ?? ""),
  source:
    groups.length > 0
      ? sourceOf(measure, groups) + ownUnits(unitIn(measure, groups[0].theory), groups)
      : recordedSource(measure),
  window: measure.window(groups[0]?.paradigm ?? null),
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
