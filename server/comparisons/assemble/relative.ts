/**
 * Responses of dopamine in units of each subject's own control: divided by its mean response to cued rewards that nothing
 * manipulates, in the trials of the table. Of a simulated subject these are its trials in the control arm; of an animal,
 * its own trials that were not stimulated. One denominator per subject and signal keeps signs and relative sizes of its
 * responses, and is far from 0 where there is a response at all; where it is not, the subject is named, not divided.
 */
import type { AnyMeasure } from "../../../engine/measures/measure";
import { trialTypes } from "../../../engine/paradigms/paradigm";
import { isApartFromZero, referenceInterval, referenceOf } from "../../../engine/statistics/reference";
import type { Block } from "./blocks";
import {
  columnKey,
  type Group,
  isControl,
  type RecordedSubject,
  type RecordingGroup,
  type Scale,
  type SimulationGroup,
} from "./group";
import { meanOfCurves } from "./subjects";

export const relativeUnit = "× own control reward";

const scaleKey = (subject: string, signal: string | null): string => JSON.stringify([subject, signal]);

const isResponse = ({ reads, source }: AnyMeasure) => reads === "dopamine" && source === "training";
export const isRelative = ({ unit }: Pick<AnyMeasure, "unit">): boolean => unit === relativeUnit;

const rewardOf = (measures: readonly AnyMeasure[]) => measures.find(({ key }) => key === "rewardResponse")!;

/** Responses of training trials in units of control, and in words that say so; every other measure as it is. */
export const relativeMeasures = (measures: readonly AnyMeasure[], trials: Block): AnyMeasure[] =>
  measures.map((measure) =>
    isResponse(measure)
      ? {
          ...measure,
          title: `${measure.title}, relative to control`,
          unit: relativeUnit,
          window: (paradigm) => `${measure.window(paradigm)}; ${relativeWords(trials)}`,
        }
      : measure,
  );

/** What a figure says of its denominator. */
const relativeWords = (window: Block): string =>
  `each subject's values divided by its own mean response to cued rewards in control trials ${window.from}–${window.to}` +
  " (simulations: its control arm; recordings: its trials without stimulation); bands carry the error of that mean";

/** The same groups with responses divided, and each subject's denominator beside them. */
export function relativeGroups(
  groups: readonly Group[],
  measures: readonly AnyMeasure[],
  window: Block,
): Group[] {
  const reward = rewardOf(measures);
  const responses = measures.filter(isResponse).map(({ key }) => key);
  return groups.map((group) =>
    group.kind === "simulation"
      ? relativeSimulation(group, reward, responses, window)
      : relativeRecording(group, reward, responses, window),
  );
}

function relativeSimulation(
  group: SimulationGroup,
  reward: AnyMeasure,
  responses: readonly string[],
  window: Block,
): SimulationGroup {
  const base = group.control ?? group;
  const done = (of: SimulationGroup, subject: string) =>
    of.runs.some((run) => run.subject === subject && run.numbers);
  const scaleFor = (subject: string): Scale => {
    if (!isControl(base.arm)) return { reason: "its experiment has no control arm" };
    if (!done(base, subject)) return { reason: "its control run is not done" };
    return scaleOf(controlValues(base, subject, reward), window);
  };
  // a subject without a run here has no value to divide: the group says why
  const scales = new Map(
    group.subjects
      .filter((subject) => done(group, subject))
      .map((subject) => [scaleKey(subject, null), scaleFor(subject)]),
  );
  const control = group.control && relativeSimulation(group.control, reward, responses, window);
  const runs = group.runs.map((run) => {
    if (!run.numbers) return run;
    const training = divided(run.numbers.training, responses, scales.get(scaleKey(run.subject, null)));
    const resultId = `${run.numbers.resultId} relative ${window.from} ${window.to}`;
    return { ...run, numbers: { ...run.numbers, resultId, training } };
  });
  return { ...group, runs, control, scales };
}

/** Cued control trials of a subject: each its mean over repetitions. */
function controlValues({ runs }: SimulationGroup, subject: string, { key, types }: AnyMeasure): Float64Array {
  const columns = runs.flatMap(({ subject: own, numbers }) => {
    const column = own === subject ? numbers?.training[key] : undefined;
    if (!column || !numbers) return [];
    const counts = (at: number) => numbers.types === null || types.includes(trialTypes[numbers.types[at]]);
    return [column.map((value, at) => (counts(at) ? value : NaN))];
  });
  return meanOfCurves(columns);
}

function relativeRecording(
  group: RecordingGroup,
  reward: AnyMeasure,
  responses: readonly string[],
  window: Block,
): RecordingGroup {
  const scales = new Map<string, Scale>();
  const subjects = group.subjects.map((subject): RecordedSubject => {
    const columns = new Map(subject.columns);
    for (const { name } of group.signals) {
      const counts = (at: number) =>
        reward.types.includes(trialTypes[subject.types[at]]) && subject.stimulated[at] !== 1;
      const own = subject.columns.get(columnKey(reward.key, name)) ?? new Float64Array(0);
      const control = own.map((value, at) => (counts(at) ? value : NaN));
      const scale = scaleOf(control, window);
      scales.set(scaleKey(subject.name, name), scale);
      for (const key of responses) {
        const column = columns.get(columnKey(key, name));
        if (column) columns.set(columnKey(key, name), over(column, scale));
      }
    }
    return { ...subject, columns };
  });
  return { ...group, subjects, scales };
}

const divided = (
  training: Readonly<Record<string, Float64Array>>,
  responses: readonly string[],
  scale: Scale | undefined,
) => ({
  ...training,
  ...Object.fromEntries(
    responses.flatMap((key) => (training[key] ? [[key, over(training[key], scale)] as const] : [])),
  ),
});

/** NaN throughout where there is no denominator: the subject then counts in no mean. */
const over = (column: Float64Array, scale: Scale | undefined) =>
  column.map((value) => (scale && "mean" in scale ? value / scale.mean : NaN));

const digits = (value: number) => Number(value.toPrecision(3));

function scaleOf(values: Float64Array, { from, to }: Block): Scale {
  const reference = referenceOf(values.subarray(from - 1, to), from);
  if (reference.n === 0) return { reason: "it has no control reward response in these trials" };
  if (reference.tens < 2)
    return {
      reason: `its control reward response rests on ${reference.n} trials of one ten; its error needs more`,
    };
  if (isApartFromZero(reference)) return reference;
  const { low, high } = referenceInterval(reference);
  return {
    reason: `its control reward response, ${digits(reference.mean)} (95 % interval ${digits(low)} to ${digits(high)}), cannot be told from 0`,
  };
}

/** Relative errors of the denominators of these subjects, in their order; null where nothing was divided. */
export function errorsOf(
  { scales }: Pick<Group, "scales">,
  subjects: readonly string[],
  signal: string | null,
): number[] | null {
  if (!scales) return null;
  return subjects.map((subject) => {
    const scale = scales.get(scaleKey(subject, signal));
    return scale && "mean" in scale ? scale.se / Math.abs(scale.mean) : NaN;
  });
}

/** Who cannot be divided, by subject: for a figure, in one sentence per group. */
export function unscaled({ scales }: Pick<Group, "scales">, signal: string | null) {
  return [...(scales ?? [])].flatMap(([key, scale]) => {
    const [subject, own] = JSON.parse(key) as [string, string | null];
    return own === signal && "reason" in scale ? [{ subject, reason: scale.reason }] : [];
  });
}

/** Why nobody of a group has a relative response; null where somebody has, and for every other measure. */
export function whyUnscaled(
  measure: Pick<AnyMeasure, "unit">,
  { scales }: Pick<Group, "scales">,
  signal: string | null,
): string | null {
  if (!scales || !isRelative(measure)) return null;
  const own = [...scales].flatMap(([key, scale]) =>
    (JSON.parse(key) as [string, string | null])[1] === signal ? [scale] : [],
  );
  const why = own.flatMap((scale) => ("reason" in scale ? [scale.reason] : []));
  if (own.length === 0 || why.length < own.length) return null;
  return `No response can be normalised: of every subject, ${[...new Set(why)].join("; or ")}.`;
}

export function unscaledWords(group: Group, signal: string | null): string[] {
  const missing = unscaled(group, signal);
  if (missing.length === 0) return [];
  const reasons = [...new Set(missing.map(({ reason }) => reason))].map((reason) => {
    const subjects = missing.filter((one) => one.reason === reason).map(({ subject }) => subject);
    return `${subjects.join(", ")} (${reason})`;
  });
  return [`Cannot be normalised in ${group.label}: ${reasons.join(", ")}.`];
}
