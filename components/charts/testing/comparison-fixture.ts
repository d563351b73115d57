/** A comparison as the server sends it, with plausible numbers from a seed: for tests only. */
import type { ComparisonPanel, ComparisonView, GroupSeries, GroupView } from "@/contracts/comparison";

/** Small and repeatable; its quality does not matter here. */
function noise(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

export interface FixtureModel {
  readonly id: string;
  readonly label: string;
  readonly role: string;
}
export const twoModels: readonly FixtureModel[] = [
  { id: "m1", label: "ACTR as rate v1", role: "learning rate" },
  { id: "m2", label: "ACTR as error v1", role: "error" },
];
export const threeArms = [
  { key: "control", title: "Control" },
  { key: "stimLick-", title: "stimLick-" },
  { key: "stimLick+", title: "stimLick+" },
];

export function fixtureGroups(models = twoModels, arms = threeArms, subjects = 6): GroupView[] {
  return models.flatMap(({ id, label, role }) =>
    arms.map((arm) => ({
      key: `simulation:e1:${id}:${arm.key}`,
      ref: { kind: "simulation" as const, experiment: "e1", model: id, arm: arm.key },
      label: `${label} · ${arm.title}`,
      theory: "actr",
      dopamineRole: role,
      roleTitle: role,
      arm,
      n: subjects,
      replicate: "initial networks",
      repetitions: 2,
      runs: { expected: 2 * subjects, done: 2 * subjects, failed: 0, pending: 0 },
      missing: [],
      remarks: [],
    })),
  );
}

/** Series over the points of `x`: each subject is the mean curve, shifted and shaken. */
export function fixtureSeries(
  group: string,
  curve: readonly (number | null)[],
  subjects: number,
  spread: number,
  seed: number,
): GroupSeries {
  const random = noise(seed);
  const individuals = Array.from({ length: subjects }, (_, subject) => {
    const shift = spread * 2 * random();
    return {
      subject: `p1 r${subject + 1}`,
      values: curve.map((value) => (value === null ? null : value + shift + spread * random())),
    };
  });
  const stat = (of: (values: number[]) => number) =>
    curve.map((value, index) =>
      value === null ? null : of(individuals.map(({ values }) => values[index] as number)),
    );
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = (values: number[]) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
  const sem = (values: number[]) => sd(values) / Math.sqrt(values.length);
  return {
    group,
    n: curve.map((value) => (value === null ? 0 : subjects)),
    mean: stat(mean),
    sd: stat(sd),
    sem: stat(sem),
    low: stat((values) => mean(values) - 2.57 * sem(values)),
    high: stat((values) => mean(values) + 2.57 * sem(values)),
    intervalMethod: "Student t",
    individuals,
    pairs: null,
  };
}

const blocks = Array.from({ length: 8 }, (_, index) => ({ from: 100 * index + 1, to: 100 * (index + 1) }));
const trainingAxis = { key: "trace-conditioning, training trial", title: "Training trial", unit: "trial" };
const timeAxis = { key: "trace-conditioning, time", title: "Time from trial start", unit: "ms" };

const rise = (scale: number, speed: number) =>
  blocks.map((_, index) => scale * (1 - Math.exp(-speed * index)) + 0.3);

export function fixtureCurve(
  groups: readonly GroupView[],
  measure: { key: string; title: string; unit: string; scale: number },
): ComparisonPanel {
  return {
    key: `curve:${measure.key}@${trainingAxis.key}`,
    kind: "curve",
    measure: measure.key,
    title: measure.title,
    unit: measure.unit,
    source: "cued training trials",
    window: "600 < t <= 1600 ms from trial start",
    zeroLine: false,
    axis: trainingAxis,
    x: blocks.map(({ from, to }) => (from + to) / 2),
    blocks,
    events: [],
    facet: null,
    series: groups.map((group, index) =>
      fixtureSeries(
        group.key,
        rise(measure.scale * (1 + 0.25 * (index % 3)), 0.3 + 0.1 * index),
        group.n,
        measure.scale / 6,
        index + 7,
      ),
    ),
    notApplicable: [],
  };
}

export function fixtureDifference(groups: readonly GroupView[]): ComparisonPanel {
  const manipulated = groups.filter(({ arm }) => arm && arm.key !== "control");
  const panel = fixtureCurve(manipulated, {
    key: "prepLick",
    title: "Preparatory lick rate",
    unit: "Hz",
    scale: 1,
  });
  return {
    ...panel,
    key: `difference:prepLick@${trainingAxis.key}`,
    kind: "difference",
    title: "Preparatory lick rate, difference from control",
    zeroLine: true,
    series: panel.series.map((series, index) => ({
      ...series,
      mean: series.mean.map((value) => (value === null ? null : (index % 2 ? -1 : 1) * value)),
      low: series.low.map((value) => (value === null ? null : (index % 2 ? -1 : 1) * value - 0.2)),
      high: series.high.map((value) => (value === null ? null : (index % 2 ? -1 : 1) * value + 0.2)),
      individuals: [],
      pairs: {
        complete: index === 0 ? 4 : 6,
        of: 6,
        missing:
          index === 0
            ? [
                { subject: "p1 r2", reason: "failed: out of memory" },
                { subject: "p1 r5", reason: "waiting" },
              ]
            : [],
      },
    })),
    notApplicable: groups
      .filter(({ arm }) => arm?.key === "control")
      .map(({ key }) => ({ group: key, reason: "This is the control." })),
  };
}

const periods = ["early", "middle", "late"];
const types = ["cued", "uncued", "omitted"];

export function fixtureTraces(groups: readonly GroupView[]): ComparisonPanel[] {
  const x = Array.from({ length: 300 }, (_, index) => 10 * index + 5);
  const bump = (t: number, at: number, size: number) => (t < at ? 0 : size * Math.exp(-(t - at) / 200));
  return periods.flatMap((period, late) =>
    types.map((type): ComparisonPanel => ({
      key: `trace:dopamine:${type}:${period}@${timeAxis.key}`,
      kind: "trace",
      measure: "dopamine",
      title: `Dopamine, ${type}, ${period}`,
      unit: "model units",
      source: `${type} probes`,
      window: `probe blocks after trials ${350 * late + 1} to ${350 * late + 100}`,
      zeroLine: true,
      axis: timeAxis,
      x,
      blocks: null,
      events: [
        ...(type === "uncued" ? [] : [{ at: 100, label: "cue" }]),
        { at: 1600, label: type === "omitted" ? "no reward" : "reward" },
      ],
      facet: { period, type },
      series: groups.map((group, index) => ({
        ...fixtureSeries(
          group.key,
          x.map(
            (t) =>
              (type === "uncued" ? 0 : bump(t, 100, 0.3 * late + 0.1 * (index % 3))) +
              bump(t, 1600, type === "omitted" ? -0.15 * late : 1 - 0.2 * late),
          ),
          group.n,
          0.02,
          index + 30,
        ),
        individuals: [],
      })),
      notApplicable: [],
    })),
  );
}

export function fixtureRecording(): { group: GroupView; panel: ComparisonPanel } {
  const key = "recording:d1:all";
  const x = Array.from({ length: 150 }, (_, index) => index / 50 - 1);
  return {
    group: {
      key,
      ref: { kind: "recording", dataset: "d1", group: "all" },
      label: "Jeong 2022 random rewards · all",
      theory: null,
      dopamineRole: null,
      roleTitle: null,
      arm: null,
      n: 8,
      replicate: "mice",
      repetitions: 1,
      runs: { expected: 0, done: 0, failed: 0, pending: 0 },
      missing: [],
      remarks: [],
    },
    panel: {
      key: "trace:dLight@random rewards, time from first lick",
      kind: "trace",
      measure: "dLight",
      title: "dLight (nucleus accumbens), random rewards",
      unit: "z",
      source: "recording at 50 Hz",
      window: "every trial that is not excluded",
      zeroLine: true,
      axis: { key: "random rewards, time from first lick", title: "Time from first lick", unit: "s" },
      x,
      blocks: null,
      events: [{ at: 0, label: "first lick" }],
      facet: null,
      series: [
        fixtureSeries(
          key,
          x.map((t) => (t < 0 ? 0.1 : 2.2 * Math.exp(-t / 0.4))),
          8,
          0.4,
          99,
        ),
      ],
      notApplicable: [],
    },
  };
}

export function fixtureView(models = twoModels, arms = threeArms): ComparisonView {
  const groups = fixtureGroups(models, arms);
  const recording = fixtureRecording();
  return {
    groups: [...groups, recording.group],
    panels: [
      fixtureCurve(groups, { key: "prepLick", title: "Preparatory lick rate", unit: "Hz", scale: 3 }),
      fixtureDifference(groups),
      ...fixtureTraces(groups),
      recording.panel,
    ],
    rows: [],
    engineVersions: ["abc"],
  };
}
