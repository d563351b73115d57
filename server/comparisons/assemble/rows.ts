import type { ComparisonRow } from "../../../contracts/comparison";
import { describeCurves } from "../../../engine/statistics/curves";
import { describe } from "../../../engine/statistics/describe";
import { cohenDav, effectSizeName } from "../../../engine/statistics/effect-size";
import { intervalMethod } from "../../../engine/statistics/mean-interval";
import { signFlipName, signFlipP } from "../../../engine/statistics/sign-flip";
import { type AnyMeasure, whyNotApplicable } from "./applicability";
import type { Block } from "./blocks";
import type { Group, RecordingGroup, SimulationGroup } from "./group";
import { runValues } from "./measure-values";
import { curvesOf, errorsFor, measurePairs, unitIn, whyNoDifference } from "./measure-panels";
import { placeOf, readsOf, recordedKey, subjectValues, whyNotRecorded } from "./recording-measures";
import { type Remember, rememberNothing, signatureOf } from "./remember";
import { orNull } from "./series";
import { perSubject } from "./subjects";

/**
 * Rows of the table: a measure of a group in the window of trials, mean per subject and then over subjects. A recording has
 * one for each signal that the measure reads.
 */
export const comparisonRows = (
  measure: AnyMeasure,
  group: Group,
  window: Block,
  remember: Remember = rememberNothing,
): ComparisonRow[] =>
  group.kind === "recording"
    ? recordedRows(measure, group, window)
    : [
        remember(`row ${measure.key} ${window.from} ${window.to} ${signatureOf(group)}`, () =>
          rowOf(measure, group, window),
        ),
      ];

const headOf = (measure: AnyMeasure, group: Group, window: Block) => ({
  ...{ group: group.key, measure: measure.key, title: measure.title },
  ...wordsOf(measure, group, window),
});

function recordedRows(measure: AnyMeasure, group: RecordingGroup, window: Block): ComparisonRow[] {
  const head = headOf(measure, group, window);
  const reason = whyNotApplicable(measure, group);
  if (reason !== null) return [{ ...head, ...nothing, reason }];
  const given = readsOf(measure, group).filter((signal) => !whyNotRecorded(measure, group, signal));
  return given.map((signal) => {
    const counted = group.subjects.flatMap((subject) => {
      const values = subjectValues(measure, subject, signal, [window]);
      return values ? [{ subject: subject.name, values }] : [];
    });
    const own = counted.map(({ values }) => values);
    const errors = errorsFor(measure, group, counted, signal?.name ?? null);
    const values = own.map(({ means }) => means[0]);
    const total = (what: "withValue" | "of") => own.reduce((sum, one) => sum + one[what][0], 0);
    const empty = values.every(Number.isNaN);
    return {
      ...{ ...head, ...described(values, errors), difference: null },
      measure: recordedKey(measure, signal),
      ...(signal ? { title: `${measure.title}: ${placeOf(signal)}`, unit: measure.unit ?? signal.unit } : {}),
      trials: { withValue: total("withValue"), of: total("of") },
      reason: empty ? "No trial of the window has a value." : null,
    };
  });
}

/** Over subjects: the replicate. */
function described(values: readonly number[], errors: readonly number[] | null) {
  const { n, mean, sd, sem, low, high, method } = meanWith(values, errors);
  return {
    ...{ n, mean: orNull(mean), sd: orNull(sd), se: orNull(sem) },
    ...{ low: orNull(low), high: orNull(high), intervalMethod: method },
  };
}

/** Mean over subjects with spread and interval; of ratios, with the errors of their denominators. */
function meanWith(values: readonly number[], errors: readonly number[] | null) {
  const { n, mean, sd, sem, low, high, method } = describeCurves(
    values.map((value) => [value]),
    1,
    "resampled",
    errors,
  );
  return { n: n[0], mean: mean[0], sd: sd[0], sem: sem[0], low: low[0], high: high[0], method };
}

function rowOf(measure: AnyMeasure, group: SimulationGroup, window: Block): ComparisonRow {
  const head = headOf(measure, group, window);
  const reason = whyNotApplicable(measure, group);
  if (reason !== null) return { ...head, ...nothing, reason };
  const curves = perSubject(curvesOf(measure, group, [window]));
  const values = curves.map((curve) => curve.values[0]);
  const { n } = describe(values);
  return {
    ...head,
    ...described(values, errorsFor(measure, group, curves, null)),
    difference: differenceOf(measure, group, window),
    trials: trialsOf(measure, group, window),
    reason: n === 0 ? whyEmpty(group, window) : null,
  };
}

const wordsOf = (measure: AnyMeasure, group: Group, { from, to }: Block) => ({
  unit: group.kind === "simulation" ? unitIn(measure, group.theory) : (measure.unit ?? ""),
  window: `trials ${from}–${to}; ${measure.window(group.kind === "simulation" ? group.paradigm : null)}`,
});

const nothing = {
  n: 0,
  mean: null,
  sd: null,
  se: null,
  low: null,
  high: null,
  intervalMethod: intervalMethod(0),
  difference: null,
  trials: null,
};

function differenceOf(
  measure: AnyMeasure,
  group: SimulationGroup,
  window: Block,
): ComparisonRow["difference"] {
  if (!group.control || whyNoDifference(measure, group)) return null;
  const { complete, of, missing } = measurePairs(measure, group, group.control, [window]);
  const pairs = complete.filter(({ difference }) => !Number.isNaN(difference[0]));
  const empty = complete
    .filter(({ difference }) => Number.isNaN(difference[0]))
    .map(({ subject }) => ({ subject, reason: "no trial of the window has a value in both arms" }));
  const differences = pairs.map(({ difference }) => difference[0]);
  const { n, mean, sd, sem, low, high, method } = meanWith(
    differences,
    errorsFor(measure, group, pairs, null),
  );
  const effectSize = cohenDav(
    pairs.map(({ arm }) => arm[0]),
    pairs.map(({ control }) => control[0]),
  );
  return {
    control: group.control.key,
    mean: orNull(mean),
    sd: orNull(sd),
    se: orNull(sem),
    low: orNull(low),
    high: orNull(high),
    pairs: n,
    of,
    missing: [...missing, ...empty],
    intervalMethod: method,
    effectSize: orNull(effectSize),
    effectSizeName,
    p: orNull(signFlipP(differences)),
    pName: signFlipName(n),
  };
}

function trialsOf(measure: AnyMeasure, group: SimulationGroup, window: Block): ComparisonRow["trials"] {
  let withValue = 0;
  let of = 0;
  for (const { numbers } of group.runs) {
    const values = numbers && runValues(measure, numbers, [window]);
    withValue += values?.withValue[0] ?? 0;
    of += values?.of[0] ?? 0;
  }
  return { withValue, of };
}

const whyEmpty = ({ runs, trials }: SimulationGroup, { from }: Block): string =>
  runs.every(({ numbers }) => !numbers)
    ? "No run is done yet."
    : from > trials
      ? `The window begins after the last trial, ${trials}.`
      : "No trial of the window has a value.";
