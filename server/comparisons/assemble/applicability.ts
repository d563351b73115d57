import type { AnyMeasure } from "../../../engine/measures/measure";
import { whyNotInWindows } from "../../../engine/measures/own-windows";
import type { Group, RecordingGroup, SimulationGroup } from "./group";
import { runValues } from "./measure-values";
import { readsOf, whyNotRecorded } from "./recording-measures";
import { whyUnscaled } from "./relative";
import { trainingTypesOf } from "./training-types";

export type { AnyMeasure };

/** Why a group can have no number of this measure; null when it can, or when no run is done yet. */
export function whyNotApplicable(measure: AnyMeasure, group: Group): string | null {
  if (group.kind === "recording") return whyNoRecorded(measure, group);
  if (group.refused) return group.refused;
  const { title, probes } = group.paradigm;
  const types = trainingTypesOf(group);
  if (measure.source === "training" && !measure.types.some((type) => types.includes(type)))
    return `The training trials of ${title} are ${types.join(" and ")} trials.`;
  if (measure.source === "probe" && !probes.types.includes(measure.types[0]))
    return `${title} has no ${measure.types[0]} probes.`;
  return whyNoSignal(measure, group) ?? whyNoWindow(measure, group) ?? whyNoValue(measure, group);
}

/** Of a window that somebody chose. */
function whyNoWindow(measure: AnyMeasure, { paradigm, runs }: SimulationGroup): string | null {
  const binMs = runs.find(({ numbers }) => numbers)?.numbers?.binMs;
  return measure.source === "training" && measure.chosen && binMs !== undefined
    ? whyNotInWindows(measure, paradigm, binMs)
    : null;
}

/** Null as soon as one of its signals has a value. */
function whyNoRecorded(measure: AnyMeasure, group: RecordingGroup): string | null {
  const reads = readsOf(measure, group);
  if (reads.length === 0) return group.problem ?? "It has no signal that is placed in time.";
  const reasons = reads.map((signal) => whyNotRecorded(measure, group, signal));
  return reasons.includes(null) ? null : reasons[0];
}

function whyNoSignal({ reads, source }: AnyMeasure, { theory }: SimulationGroup): string | null {
  if (reads === "licks") return null;
  const signal = theory.signals.find(({ key }) => key === reads);
  if (!signal) return `${theory.title} has no signal "${reads}".`;
  return source === "training" && signal.onTraining === undefined
    ? `${theory.title} has "${signal.title}" on probes only.`
    : null;
}

function whyNoValue(measure: AnyMeasure, group: SimulationGroup): string | null {
  const { theory, trials, runs } = group;
  const done = runs.flatMap(({ numbers }) => numbers ?? []);
  if (done.length === 0) return null;
  const unscaled = whyUnscaled(measure, group, null);
  if (unscaled) return unscaled;
  const values = done.map((numbers) => runValues(measure, numbers, [{ from: 1, to: trials }]));
  if (values.some((one) => one !== null && one.withValue[0] > 0)) return null;
  if (values.every((one) => one === null))
    return "These runs were computed before it was kept: launch the experiment again.";
  const signal = measure.source === "training" && theory.signals.find(({ key }) => key === measure.reads);
  return signal && signal.onTraining
    ? `None of its training trials has the signal. ${signal.onTraining}`
    : "Not measurable in this preset: none of its trials gives a value.";
}
