import { prepareLearningCurve } from "@/components/charts/learning-curve/prepare";
import type { LineFigure } from "@/components/charts/lines/line-figure";
import type { ComparisonPanel } from "@/contracts/comparison";
import type { SubjectFigures } from "@/contracts/subject";
import { oneRecording, trialSeries } from "../one-line";

export type SubjectMeasure = SubjectFigures["measures"][number];

/** "session 2", or a name that says it already. */
export const sessionWords = (name: string) => (/^\d+$/.test(name) ? `session ${name}` : name);

/** A measure of one animal over all of its sessions, a point per block of trials. */
export function prepareSubjectMeasure(
  { subject, group, dataset, sessions, blocks, block }: SubjectFigures,
  measure: SubjectMeasure,
): LineFigure {
  const { key, signal, title, unit, meaning, words, zeroLine } = measure;
  const panel: ComparisonPanel = {
    key: `subject ${key} ${signal ?? ""}`,
    ...{ kind: "curve", measure: key, title: signal ? `${title}, ${signal}` : title, unit },
    ...{ source: meaning, window: words, zeroLine, facet: null },
    axis: { key: "subject trial", title: "Trial, through all sessions", unit: "trial" },
    ...{ x: blocks.map(({ from, to }) => (from + to) / 2), blocks },
    events:
      sessions.length > 1
        ? sessions.map(({ first, name }) => ({ at: first - 0.5, label: sessionWords(name) }))
        : [],
    series: [trialSeries(measure)],
    notApplicable: [],
  };
  const look = oneRecording(subject, { id: dataset.id, replicate: "subject" }, group);
  const figure = prepareLearningCurve(panel, { ...look, facetBy: "none" });
  const { withValue, of } = measure.trials;
  const each =
    block === 1 ? "each point is one trial" : `mean, band SEM over the trials of each block of ${block}`;
  return {
    ...{ ...figure, legend: [] },
    note: `${each}: ${withValue} of ${of} have a value. Trials of one animal: they describe it, and no other.`,
  };
}

export interface Reasoned {
  readonly title: string;
  /** Null of licks; left out where the page shows one signal. */
  readonly signal?: string | null;
  readonly reason: string | null;
}

/** Why measures have no value, each reason once. */
export function reasonsOf(measures: readonly Reasoned[]): { reason: string; titles: string[] }[] {
  const found = new Map<string, string[]>();
  for (const { title, signal, reason } of measures)
    if (reason !== null)
      found.set(reason, [...(found.get(reason) ?? []), signal ? `${title} (${signal})` : title]);
  return [...found].map(([reason, titles]) => ({ reason, titles }));
}
