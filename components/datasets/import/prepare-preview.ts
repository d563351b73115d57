import { encodeGroups } from "@/components/charts/encoding";
import type { LookOptions } from "@/components/charts/lines/prepare-lines";
import type { ComparisonPanel, GroupView } from "@/contracts/comparison";
import type { Inspection, SignalPreview } from "@/contracts/inspection";

/** The picture of a guess: what a signal would look like, with cue and reward where the answers put them. */

const sourceOf: Readonly<Record<SignalPreview["kind"], string>> = {
  trials: "mean over the trials of each subject that is shown",
  cut: "mean around the alignment event of the trials of each subject that is shown",
  stretch: "the beginning of the recording, averaged over neighbouring samples",
};

export interface PreviewFigure {
  readonly panels: readonly ComparisonPanel[];
  readonly look: LookOptions;
}

export function preparePreview(preview: SignalPreview, inspection: Inspection): PreviewFigure {
  const { signal, time, timed, alignment, unit, subjects, kind } = preview;
  const replicate = inspection.study?.replicate ?? "subjects";
  const group: GroupView = {
    ...{ key: "preview", label: "As it would be imported", theory: null, dopamineRole: null },
    ...{
      roleTitle: null,
      arm: null,
      n: subjects.length,
      replicate,
      repetitions: 1,
      missing: [],
      remarks: [],
    },
    ref: { kind: "recording", dataset: "preview", group: "" },
    runs: { expected: 0, done: 0, failed: 0, pending: 0 },
  };
  const spread = time.map((_, at) => describe(subjects.map(({ mean }) => mean[at])));
  const trials = subjects.reduce((sum, one) => sum + one.trials, 0);
  const whole = subjects.length === inspection.counts.subjects ? "" : ` of ${inspection.counts.subjects}`;
  const panel: ComparisonPanel = {
    ...{ key: `preview:${signal}`, kind: "trace", measure: signal, title: signal, unit },
    source: sourceOf[kind],
    window:
      kind === "stretch"
        ? `${subjects.length}${whole} ${replicate}`
        : `${trials} trials of ${subjects.length}${whole} ${replicate}`,
    ...{ zeroLine: true, blocks: null, facet: null, notApplicable: [], x: time },
    axis: {
      key: `preview ${alignment}`,
      title: timed ? `Time from ${alignment}` : "Sample",
      unit: timed ? "s" : "samples, rate not known",
    },
    events: eventsOf(preview, inspection),
    series: [
      {
        ...{ group: "preview", intervalMethod: "", pairs: null },
        ...{ n: spread.map(({ n }) => n), mean: spread.map(({ mean }) => mean) },
        ...{ sd: spread.map(({ sd }) => sd), sem: spread.map(({ sem }) => sem) },
        ...{ low: spread.map(() => null), high: spread.map(() => null) },
        individuals: subjects.map(({ subject, mean }) => ({ subject, values: mean })),
      },
    ],
  };
  const groups = [group];
  return {
    panels: [panel],
    look: {
      ...{ groups, encodings: encodeGroups(groups), hidden: new Set<string>() },
      ...{ band: "sem", individuals: true, zoom: null },
    },
  };
}

function eventsOf(
  { kind, alignment, time }: SignalPreview,
  { timing }: Inspection,
): ComparisonPanel["events"] {
  if (kind === "stretch") return [];
  const [from, to] = [time[0], time.at(-1) ?? time[0]];
  return [
    { at: timing?.cueSeconds ?? null, label: "cue" },
    { at: timing?.rewardSeconds ?? null, label: "reward" },
    { at: 0, label: alignment },
  ]
    .flatMap(({ at, label }) => (at !== null && at >= from && at <= to ? [{ at, label }] : []))
    .filter(({ at }, place, all) => all.findIndex((one) => one.at === at) === place);
}

function describe(values: readonly (number | null)[]) {
  const own = values.filter((value) => value !== null);
  const n = own.length;
  if (n === 0) return { n, mean: null, sd: null, sem: null };
  const mean = own.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { n, mean, sd: null, sem: null };
  const sd = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return { n, mean, sd, sem: sd / Math.sqrt(n) };
}
