import type { AnyMeasure } from "../../../engine/measures/measure";
import { type Paradigm, trialTypes } from "../../../engine/paradigms/paradigm";
import { type Axis, trainingAxis } from "./axes";
import type { Block } from "./blocks";
import { columnKey, type RecordedSignal, type RecordedSubject, type RecordingGroup } from "./group";
import { whyUnscaled } from "./relative";
import { collect, type RunValues } from "./measure-values";
import type { SubjectCurve } from "./subjects";

/** Measures of recordings: each animal's trials, over its sessions in order, in the same blocks as simulated ones. */

/** The signals that a measure reads in a recording; null stands for its licks. */
export const readsOf = ({ reads }: AnyMeasure, { signals }: RecordingGroup): (RecordedSignal | null)[] =>
  reads === "licks" ? [null] : [...signals];

/** Where and with what a signal was recorded, in words: signals of equal words and unit share a panel. */
export const placeOf = ({ name, region, sensor }: RecordedSignal): string =>
  [name, ...[region, sensor].filter((words) => words && words !== name)].join(", ");

/** What a page calls a measure of a recorded signal: it has the signal's own unit. */
export const recordedKey = (measure: AnyMeasure, signal: RecordedSignal | null): string =>
  signal ? `${measure.key}:${placeOf(signal)}` : measure.key;

/** Why a recording can have no number of this measure; null when some animal has one. */
export function whyNotRecorded(measure: AnyMeasure, group: RecordingGroup, signal: RecordedSignal | null) {
  if (measure.source === "probe") return "Taken from probe trials of a simulation: a recording has none.";
  if (group.problem) return group.problem;
  const key = columnKey(measure.key, signal?.name ?? null);
  const reason = group.reasons.get(key);
  if (reason) return reason;
  const unscaled = whyUnscaled(measure, group, signal?.name ?? null);
  if (unscaled) return unscaled;
  const has = group.subjects.some(({ columns }) => columns.get(key)?.some((value) => !Number.isNaN(value)));
  return has ? null : "None of its trials gives a value.";
}

/** An animal's mean in each block, and on how many of its trials that rests; null where it has no such column. */
export function subjectValues(
  measure: AnyMeasure,
  { types, columns }: RecordedSubject,
  signal: RecordedSignal | null,
  blocks: readonly Block[],
): RunValues | null {
  const column = columns.get(columnKey(measure.key, signal?.name ?? null));
  if (!column) return null;
  return collect(blocks, (add, { from, to }) => {
    for (let trial = from; trial <= Math.min(to, column.length); trial += 1)
      if (measure.types.includes(trialTypes[types[trial - 1]])) add(column[trial - 1]);
  });
}

export const recordedCurves = (
  measure: AnyMeasure,
  group: RecordingGroup,
  signal: RecordedSignal | null,
  blocks: readonly Block[],
): SubjectCurve[] =>
  group.subjects.flatMap((subject) => {
    const values = subjectValues(measure, subject, signal, blocks);
    return values ? [{ subject: subject.name, values: values.means }] : [];
  });

/** Trials of the animal that met most. */
export const trialsOfGroup = ({ subjects }: RecordingGroup): number =>
  Math.max(0, ...subjects.map(({ types }) => types.length));

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
/** Clocks of recordings are not exact to the millisecond. */
const sameIntervalMs = 10;

/**
 * Where a recording's training stands: on a simulation's axis only where both name the same task and cue and reward are
 * equally far apart in both.
 */
export function recordedTrainingAxis(group: RecordingGroup, paradigms: readonly Paradigm[]): Axis {
  const same = paradigms.find(
    ({ key, title, cue, reward }) =>
      [plain(key), plain(title)].includes(plain(group.task)) &&
      Math.abs(intervalOf(group) - (reward.time - cue.onset)) <= sameIntervalMs,
  );
  if (same) return trainingAxis(same);
  const task = group.task || "task not named";
  return { key: `${task}, training trial`, title: `Training trial, ${task.toLowerCase()}`, unit: "trial" };
}

function intervalOf({ timing }: RecordingGroup): number {
  if (timing?.cueSeconds == null || timing.rewardSeconds === null) return NaN;
  return 1000 * (timing.rewardSeconds - timing.cueSeconds);
}
