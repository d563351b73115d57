import { type Paradigm, trialTypes } from "../../../engine/paradigms/paradigm";
import type { RecordedSignal, RecordingGroup } from "./group";

/** A panel's x axis. Two panels may share one only when their keys are equal. */
export interface Axis {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
}

/** Two versions of a task with other times are other tasks: the same millisecond means something else in them. So are other mixes. */
const taskOf = ({ key, cue, reward, trialMs, mix }: Paradigm): string =>
  `${key} cue ${cue.onset}-${cue.offset} reward ${reward.time} of ${trialMs} ms` +
  (mix ? `, ${trialTypes.map((type) => `${mix[type]} ${type}`).join(" ")}` : "");

export const trainingAxis = (paradigm: Paradigm): Axis => ({
  key: `${taskOf(paradigm)}, training trial`,
  title: `Training trial, ${paradigm.title.toLowerCase()}`,
  unit: "trial",
});

export const trialTimeAxis = (paradigm: Paradigm): Axis => ({
  key: `${taskOf(paradigm)}, time from trial start`,
  title: "Time from trial start",
  unit: "ms",
});

export const recordingAxis = ({ task }: RecordingGroup, { alignment }: RecordedSignal): Axis => ({
  key: `${task}, time from ${alignment}`,
  title: `Time from ${alignment}`,
  unit: "s",
});
