import type { ComparisonPanel } from "../../../contracts/comparison";
import { type AnyMeasure, whyNotApplicable } from "../assemble/applicability";
import type { Block } from "../assemble/blocks";
import type { RecordedSignal, RecordingGroup, SimulationGroup } from "../assemble/group";
import { type TaskGroups, unitIn } from "../assemble/measure-panels";
import { runValues } from "../assemble/measure-values";
import { readsOf, recordedKey, subjectValues, whyNotRecorded } from "../assemble/recording-measures";
import { traceCurves, tracePanelX, tracePlans } from "../assemble/trace-panels";
import type { Cell } from "../../../formats/write/tidy";
import { type Named, panelName } from "./named";

const recordings = (named: readonly Named[]) =>
  named.flatMap(({ name, group }) => (group.kind === "recording" ? [{ name, group }] : []));
const simulations = (named: readonly Named[]) =>
  named.flatMap(({ name, group }) => (group.kind === "simulation" ? [{ name, group }] : []));

/** Each run's value in each block of a learning curve: what curves and differences from control are made of. */
export const curveValues = (named: readonly Named[], measure: AnyMeasure, task: TaskGroups): Cell[][] =>
  valuesIn(named, measure, task, [`${measure.key}@${task.axis.key}`, measure.key]);

/** The same once more, of models that stand beside a recorded signal: under the panel that both share. */
export const besideValues = (
  named: readonly Named[],
  measure: AnyMeasure,
  task: TaskGroups,
  panels: readonly ComparisonPanel[],
): Cell[][] =>
  panels
    .filter(
      ({ kind, measure: key, axis, series }) =>
        kind === "curve" &&
        key.startsWith(`${measure.key}:`) &&
        axis.key === task.axis.key &&
        task.groups.some((group) => series.some((one) => one.group === group.key)),
    )
    .flatMap(({ key, measure: own, series }) => {
      const drawn = named.filter(({ group }) => series.some((one) => one.group === group.key));
      return valuesIn(drawn, measure, task, [panelName(key), own]);
    });

function valuesIn(
  named: readonly Named[],
  measure: AnyMeasure,
  task: TaskGroups,
  [panel, key]: readonly [panel: string, key: string],
): Cell[][] {
  const own = new Set(task.groups.map((group) => group.key));
  return simulations(named)
    .filter(({ group }) => own.has(group.key))
    .flatMap(({ name, group }) => blockRows(name, group, measure, task.blocks, ["curve", panel, key]));
}

/** Each animal's value in each block of a learning curve. */
export function recordedCurveValues(
  named: readonly Named[],
  measure: AnyMeasure,
  task: TaskGroups,
): Cell[][] {
  const own = new Set(task.recordings.map(({ key }) => key));
  return recordings(named)
    .filter(({ group }) => own.has(group.key))
    .flatMap(({ name, group }) =>
      recordedRows(name, group, measure, task.blocks, (signal, unit) => [
        "curve",
        `${recordedKey(measure, signal)}${signal ? `:${unit}` : ""}@${task.axis.key}`,
      ]),
    );
}

/** Each animal's value in the window of the table. */
export const recordedWindowValues = (named: readonly Named[], measure: AnyMeasure, window: Block): Cell[][] =>
  recordings(named).flatMap(({ name, group }) =>
    recordedRows(name, group, measure, [window], () => ["window", null]),
  );

function recordedRows(
  name: string,
  group: RecordingGroup,
  measure: AnyMeasure,
  blocks: readonly Block[],
  placeIn: (signal: RecordedSignal | null, unit: string) => readonly [kind: string, panel: string | null],
): Cell[][] {
  return readsOf(measure, group)
    .filter((signal) => whyNotRecorded(measure, group, signal) === null)
    .flatMap((signal) => {
      const unit = measure.unit ?? signal?.unit ?? "";
      const head = [...placeIn(signal, unit), recordedKey(measure, signal), unit];
      return group.subjects.flatMap((subject) => {
        const values = subjectValues(measure, subject, signal, blocks);
        return blocks.map(({ from, to }, i): Cell[] => [
          ...[name, subject.name, null, ...head, from, to, null, null],
          ...(values ? [values.means[i], values.withValue[i], values.of[i]] : [null, 0, 0]),
        ]);
      });
    });
}

/** Each run's value in the window of the table. */
export const windowValues = (named: readonly Named[], measure: AnyMeasure, window: Block): Cell[][] =>
  simulations(named).flatMap(({ name, group }) =>
    blockRows(name, group, measure, [window], ["window", null, measure.key]),
  );

function blockRows(
  name: string,
  group: SimulationGroup,
  measure: AnyMeasure,
  blocks: readonly Block[],
  place: readonly [kind: string, panel: string | null, key: string],
): Cell[][] {
  if (whyNotApplicable(measure, group)) return [];
  const unit = unitIn(measure, group.theory);
  return group.runs.flatMap(({ subject, repetition, numbers }) => {
    const values = numbers && runValues(measure, numbers, blocks);
    if (!values) return [];
    return blocks.map(({ from, to }, i): Cell[] => [
      ...[name, subject, repetition, ...place, unit, from, to, null, null],
      ...[values.means[i], values.withValue[i], values.of[i]],
    ]);
  });
}

/** Each run's mean trace in one panel. */
export function traceValues(named: readonly Named[], panelKey: string): Cell[][] {
  const plan = tracePlans(named.map(({ group }) => group)).find(({ key }) => key === panelKey);
  if (!plan) return [];
  const { signal } = plan;
  const x = tracePanelX(plan);
  return simulations(named)
    .filter(({ group }) => plan.groups.includes(group))
    .flatMap(({ name, group }) =>
      [...traceCurves(plan, group)].flatMap(([subject, repetitions]) =>
        [...repetitions].flatMap(([repetition, values]) =>
          x.map((time, i): Cell[] => [
            ...[name, subject, repetition, "trace", panelKey, signal.key, signal.unit, null, null],
            ...[time, "ms", values[i], null, null],
          ]),
        ),
      ),
    );
}

/** Each animal's mean trace in one panel of a recording. */
export function recordingValues(
  named: readonly Named[],
  panels: readonly ComparisonPanel[],
  panelKey: string,
): Cell[][] {
  const panel = panels.find(({ key }) => key === panelKey);
  const recordings = new Map(
    named.filter(({ group }) => group.kind === "recording").map(({ name, group }) => [group.key, name]),
  );
  return (panel?.series ?? []).flatMap(({ group, individuals }) => {
    const name = recordings.get(group);
    if (!panel || !name) return [];
    return individuals.flatMap(({ subject, values }) =>
      panel.x.map((time, i): Cell[] => [
        ...[name, subject, null, "trace", panelKey, panel.measure, panel.unit, null, null],
        ...[time, panel.axis.unit, values[i], null, null],
      ]),
    );
  });
}
