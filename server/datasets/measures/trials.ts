import type { Timing as RecordedTiming } from "../../../contracts/recording";
import type { TrialMeasure } from "../../../engine/measures/measure";
import type { Signal, Trial } from "../../../engine/measures/trial";
import { whyNoValues } from "../../../engine/measures/why-not";
import type { Windows } from "../../../engine/measures/window";
import type { Reader } from "../../access/grant";
import { cutAround } from "../read/cut";
import { samplesOf, type SessionData } from "../read/session";
import { trialTypeOf } from "../read/trial-type";
import type { SignalRecord } from "../store";
import { type ByTrial, trialEvents } from "./trial-events";

/** Recorded trials as measures take them: times in ms from each trial's alignment event. */

/** A signal of a session, by trial; a trial that lacks it has none. */
export type TrialSignals = ReadonlyMap<number, Signal>;

const ms = (seconds: number) => 1000 * seconds;

/** Rows of a signal that comes cut into trials; of a continuous one, what lies around each trial's alignment event. */
export async function signalsByTrial(
  grant: Reader,
  { id, trials }: SessionData,
  signal: SignalRecord,
  timing: RecordedTiming | null,
): Promise<TrialSignals> {
  const { name, samplingRateHz: rate, t0Seconds, samplesPerTrial: width } = signal;
  const found = new Map<number, Signal>();
  if (rate === null) return found;
  if (width === null) {
    const placed = trials.filter(({ alignedAt }) => alignedAt !== null);
    if (!timing?.cut || placed.length === 0) return found;
    const times = placed.map(({ alignedAt }) => alignedAt!);
    const clock = { samplingRateHz: rate, t0Seconds };
    const cuts = await cutAround(samplesOf(grant, id, name), clock, times, timing.cut);
    placed.forEach(({ index }, row) =>
      found.set(index, {
        ...{ t0: ms(cuts.t0Seconds), dt: 1000 / rate },
        samples: cuts.samples.subarray(row * cuts.samplesPerRow, (row + 1) * cuts.samplesPerRow),
      }),
    );
    return found;
  }
  if (t0Seconds === null) return found;
  for await (const { trials: rows, samples } of samplesOf(grant, id, name))
    rows?.forEach((index, row) =>
      found.set(index, {
        ...{ t0: ms(t0Seconds), dt: 1000 / rate },
        samples: samples.subarray(row * width, (row + 1) * width),
      }),
    );
  return found;
}

export interface RecordedTrial {
  readonly index: number;
  readonly excluded: boolean;
  /** Without its signal. Null where nobody knows what type of trial it is. */
  readonly trial: Trial | null;
}

/** The trials of a session, in order; licks are null where the session has no lick events at all. */
export function trialsOf(data: SessionData, timing: RecordedTiming | null): RecordedTrial[] {
  const events = trialEvents(data, timing);
  const licks = events.around("lick");
  const [cues, rewards] = [events.own("cue"), events.own("reward")];
  const onClock = data.events.some(({ meaning, trials }) => meaning === "lick" && trials === null);
  return data.trials.map((row) => {
    const type = trialTypeOf(row);
    const { index, excluded } = row;
    if (type === null) return { index, excluded, trial: null };
    const first = (times: ByTrial) => times?.get(index)?.[0] ?? null;
    const known = (seconds: number | null | undefined) => (seconds == null ? null : ms(seconds));
    return {
      ...{ index, excluded },
      trial: {
        type,
        timing: {
          cue: type === "uncued" ? null : (known(timing?.cueSeconds) ?? first(cues)),
          reward: known(timing?.rewardSeconds) ?? first(rewards),
        },
        licks: licks && (licks.get(index) ?? []),
        signal: null,
        observed: onClock ? events.stretch(index) : null,
      },
    };
  });
}

/** Why none of the trials gives a measure; null where one does. A trial of unknown type is null. */
export function whyNone(
  measure: TrialMeasure,
  trials: readonly (Trial | null)[],
  windows: Windows,
): string | null {
  const known = trials.filter((trial) => trial !== null);
  if (trials.length > 0 && known.length === 0)
    return "None of its trials is known to be cued, uncued or omission.";
  return whyNoValues(measure, known, windows);
}
