import { prepareLearningCurve } from "@/components/charts/learning-curve/prepare";
import { range } from "@/components/charts/lines/counts";
import type { LineFigure } from "@/components/charts/lines/line-figure";
import { prepareTrace } from "@/components/charts/trace/prepare";
import type { ComparisonPanel } from "@/contracts/comparison";
import type { SessionFigures } from "@/contracts/session";
import { oneRecording, trialSeries } from "../one-line";

/** Figures of one session. Here trials are what is counted: they describe this session, and no animal but this one. */

export function samplesOf({ samples }: NonNullable<SessionFigures["signal"]>): Float32Array {
  const bytes = Uint8Array.from(atob(samples), (char) => char.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => view.getFloat32(4 * at, true));
}

const lookAt = ({ subject, group, dataset, session }: SessionFigures) =>
  oneRecording(`${subject}, session ${session.name}`, dataset, group);

export const eventsOf = ({ timing }: Pick<SessionFigures, "timing">) =>
  [
    { at: timing?.cueSeconds ?? null, label: "cue" },
    { at: timing?.rewardSeconds ?? null, label: "reward" },
  ].flatMap(({ at, label }) => (at === null ? [] : [{ at: 1000 * at, label }]));

/** Of which types the trials are that are shown, in words. */
export function typesInWords({ trials }: SessionFigures, rows: readonly number[]): string {
  const types = [...new Set(rows.map((row) => trials[row].type))];
  if (types.length === 0) return "no trial";
  if (types.every((type) => type === null)) return "nobody said of which type its trials are";
  const named = types.map((type) => type ?? "of no known type");
  return named.length > 4 ? `trials of ${named.length} types` : `trials: ${named.join(", ")}`;
}

/** The mean of the signal over the trials that are shown, around their alignment event. */
export function prepareMean(
  figures: SessionFigures,
  all: Float32Array,
  rows: readonly number[],
): LineFigure | null {
  const { signal } = figures;
  if (!signal) return null;
  const { width, t0, dt, name, region, sensor, unit, alignment, processing } = signal;
  const columns = Array.from({ length: width }, (_, at) =>
    describe(rows.map((row) => all[row * width + at])),
  );
  const place = [region, sensor].filter(Boolean).join(", ");
  const counts = range(columns.map(({ n }) => n));
  // a trial that is shown may lack the signal, or end before others
  const trials = counts === String(rows.length) ? `${counts} trials` : `${counts} of ${rows.length} trials`;
  const panel: ComparisonPanel = {
    ...{ key: `mean ${name}`, kind: "trace", measure: name, unit, zeroLine: true, blocks: null, facet: null },
    title: `${name}${place ? ` (${place})` : ""}, mean of ${trials}`,
    source: processing || "as recorded",
    window: `${trials} of one session: they describe this session, not animals`,
    axis: { key: `session ${alignment}`, title: `Time from ${alignment}`, unit: "s" },
    x: columns.map((_, at) => (t0 + at * dt) / 1000),
    events: eventsOf(figures).map(({ at, label }) => ({ at: at / 1000, label })),
    series: [
      trialSeries({
        n: columns.map(({ n }) => n),
        mean: columns.map(({ mean }) => mean),
        sd: columns.map(({ sd }) => sd),
      }),
    ],
    notApplicable: [],
  };
  const figure = prepareTrace([panel], lookAt(figures));
  return {
    ...figure,
    legend: [],
    note: `mean, band SEM over ${trials} of one session of one animal`,
  };
}

/** A measure trial by trial: no averaging, a gap where a trial has no value. */
export function prepareMeasure(
  figures: SessionFigures,
  measure: SessionFigures["measures"][number],
  rows: readonly number[],
): LineFigure {
  const x = rows.map((row) => figures.trials[row].index);
  const values = rows.map((row) => measure.values[row]);
  const panel: ComparisonPanel = {
    ...{ key: `measure ${measure.key}`, kind: "curve", measure: measure.key, title: measure.title },
    ...{ unit: measure.unit, source: measure.meaning, window: measure.words, zeroLine: false, facet: null },
    axis: { key: "session trial", title: "Trial", unit: "trial" },
    ...{ x, events: [], blocks: x.map((trial) => ({ from: trial, to: trial })) },
    series: [
      trialSeries({
        n: values.map((value) => (value === null ? 0 : 1)),
        mean: values,
        sd: values.map(() => null),
      }),
    ],
    notApplicable: [],
  };
  const given = values.filter((value) => value !== null).length;
  const figure = prepareLearningCurve(panel, { ...lookAt(figures), facetBy: "none" });
  return {
    ...{ ...figure, legend: [] },
    note: `each point is one trial: ${given} of ${rows.length} have a value`,
    empty: given > 0 ? null : (measure.reason ?? "No trial that is shown has a value."),
  };
}

interface Described {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

/** Gaps left out; the spread needs two values. */
export function describe(values: readonly number[]): Described {
  let [n, sum] = [0, 0];
  for (const value of values)
    if (!Number.isNaN(value)) {
      n += 1;
      sum += value;
    }
  if (n === 0) return { n, mean: null, sd: null };
  const mean = sum / n;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null };
}
