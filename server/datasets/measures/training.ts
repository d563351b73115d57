import type { DatasetVersion } from "../../../contracts/dataset";
import type { TrialMeasure } from "../../../engine/measures/measure";
import { trialMeasures } from "../../../engine/measures/registry";
import type { Trial } from "../../../engine/measures/trial";
import type { OwnWindows } from "../../../engine/measures/own-windows";
import type { Windows } from "../../../engine/measures/window";
import { type TrialType, trialTypes } from "../../../engine/paradigms/paradigm";
import type { Reader } from "../../access/grant";
import { sessionData } from "../read/session";
import { listSessions, listSignals, type SignalRecord } from "../store";
import { signalsByTrial, trialsOf, whyNone } from "./trials";

/** A measure of an animal, trial by trial over its sessions, in order. */
export interface MeasureColumn {
  readonly measure: string;
  /** Which signal it reads; null for licks. */
  readonly signal: string | null;
  /** NaN is a gap. */
  readonly values: Float64Array;
}

export interface SubjectTraining {
  readonly subject: string;
  /** Place in `trialTypes` of each trial; 255 where it is not known, or the trial is excluded. */
  readonly types: Uint8Array;
  /** 1 where a trial was stimulated; 0 where it was not, or nobody says. */
  readonly stimulated: Uint8Array;
  readonly columns: readonly MeasureColumn[];
}

export interface Training {
  readonly subjects: readonly SubjectTraining[];
  /** Why no animal has a value, by measure and signal. */
  readonly reasons: readonly { measure: string; signal: string | null; reason: string }[];
}

export const unknownType = 255;
const codeOf = (type: TrialType | null): number => (type === null ? unknownType : trialTypes.indexOf(type));

const most = 40;
const kept = new Map<string, Promise<Training>>();

/**
 * Every shared measure of every trial of an imported version, or of one animal of it. One session is in memory at a time;
 * versions never change, so what was computed is kept.
 */
export function trainingOf(
  grant: Reader,
  version: DatasetVersion,
  windows: OwnWindows = {},
  only: string | null = null,
): Promise<Training> {
  const key = JSON.stringify([grant.labId, version.id, windows, only]);
  const found = kept.get(key) ?? compute(grant, version, windows, only);
  kept.delete(key);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  for (const old of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(old);
  }
  return found;
}

interface Plan {
  readonly measure: TrialMeasure;
  readonly signal: SignalRecord | null;
  readonly windows: Windows;
}

async function compute(
  grant: Reader,
  version: DatasetVersion,
  own: OwnWindows,
  only: string | null,
): Promise<Training> {
  const signals = await listSignals(grant, version.id);
  const plans = trialMeasures.flatMap((measure): Plan[] => {
    const windows = own[measure.key] ?? measure.windows;
    return measure.reads === "licks"
      ? [{ measure, signal: null, windows }]
      : signals.map((signal) => ({ measure, signal, windows }));
  });
  const subjects = new Map<string, { types: number[]; stimulated: number[]; columns: number[][] }>();
  const reasons = plans.map(() => new Map<string, number>());
  const given = plans.map(() => false);
  for (const { subject, index } of await listSessions(grant, version.id)) {
    if (only !== null && subject !== only) continue;
    const data = await sessionData(grant, { versionId: version.id, subject, session: index });
    if (!data) continue;
    const animal = subjects.get(subject) ?? { types: [], stimulated: [], columns: plans.map(() => []) };
    subjects.set(subject, animal);
    const trials = trialsOf(data, version.timing);
    for (const { excluded, trial } of trials)
      animal.types.push(codeOf(excluded ? null : (trial?.type ?? null)));
    for (const { stimulated } of data.trials) animal.stimulated.push(stimulated === true ? 1 : 0);
    for (const signal of [null, ...signals]) {
      const bySignal = signal && (await signalsByTrial(grant, data, signal, version.timing));
      const full = trials.map(({ index: at, excluded, trial }): Trial | null =>
        excluded || !trial ? null : { ...trial, signal: bySignal?.get(at) ?? null },
      );
      plans.forEach((plan, column) => {
        if (plan.signal !== signal) return;
        for (const trial of full) {
          const value = trial ? plan.measure.compute(trial, plan.windows) : NaN;
          given[column] ||= !Number.isNaN(value);
          animal.columns[column].push(value);
        }
        if (given[column]) return;
        const met = full.filter((_, at) => !trials[at].excluded);
        const reason = whyNone(plan.measure, met, plan.windows);
        if (reason) reasons[column].set(reason, (reasons[column].get(reason) ?? 0) + full.length);
      });
    }
  }
  return {
    subjects: [...subjects].map(([subject, { types, stimulated, columns }]) => ({
      subject,
      types: Uint8Array.from(types),
      stimulated: Uint8Array.from(stimulated),
      columns: plans.map(({ measure, signal }, at) => ({
        ...{ measure: measure.key, signal: signal?.name ?? null },
        values: Float64Array.from(columns[at]),
      })),
    })),
    reasons: plans.flatMap(({ measure, signal }, at) => {
      if (given[at]) return [];
      const [first] = [...reasons[at]].sort(([, a], [, b]) => b - a);
      const reason = first?.[0] ?? "There are no trials.";
      return [{ measure: measure.key, signal: signal?.name ?? null, reason }];
    }),
  };
}
