import type { Timing } from "../../../contracts/recording";
import type { Span } from "../../../engine/measures/window";
import type { SessionData, SessionEvents } from "../read/session";

/** Times of events in ms from the alignment event of their trial, ascending, by trial; null where a session has no such events. */
export type ByTrial = ReadonlyMap<number, readonly number[]> | null;
type Meaning = SessionEvents["meaning"];

export interface TrialEvents {
  /** What happened in a trial: an event on the session's clock is of the trial that had begun last. */
  own(meaning: Meaning): ByTrial;
  /** What happened around it as well: between the alignment events of its neighbours. */
  around(meaning: Meaning): ByTrial;
  /** In which stretch of a trial events on the session's clock are its own or around it; null where they name their trials. */
  stretch(trial: number): Span | null;
}

interface Moment {
  readonly index: number;
  /** Seconds on the session's clock. */
  readonly at: number;
}

const ms = (seconds: number) => 1000 * seconds;
/** What opens a trial may be noted a little before its start: clocks of recordings are not exact to the millisecond. */
const earlySeconds = 0.01;

export function trialEvents({ trials, events }: SessionData, timing: Timing | null): TrialEvents {
  const of = (meaning: Meaning) => events.filter((one) => one.meaning === meaning);
  const placed = inOrder(trials.map(({ index, alignedAt }) => ({ index, at: alignedAt })));
  const alignedAt = new Map(placed.map(({ index, at }) => [index, at]));
  const placeOf = new Map(placed.map(({ index }, place) => [index, place]));
  const cues = inOrder(
    of("cue").flatMap(({ trials: named, times }) =>
      named ? [] : Array.from(times, (at, index) => ({ index, at })),
    ),
  );
  /** Trials that are made of their rewards begin with the cue before it. */
  const beginOf = ({ start, alignedAt: at }: SessionData["trials"][number]): number | null => {
    if (at === null || (start !== null && start < at)) return start;
    if (timing?.rewardSeconds !== 0) return at;
    const reward = firstAfter(placed, at) - 1;
    const cue = cues[firstAfter(cues, at) - 1]?.at ?? -Infinity;
    return cue > (placed[reward - 1]?.at ?? -Infinity) ? cue : at;
  };
  const begun = inOrder(trials.map((trial) => ({ index: trial.index, at: beginOf(trial) })));
  const beginningOf = new Map(begun.map(({ index, at }) => [index, at]));

  const byTrial = (
    meaning: Meaning,
    trialsAt: (time: number) => readonly (Moment | undefined)[],
  ): ByTrial => {
    if (of(meaning).length === 0) return null;
    const found = new Map<number, number[]>();
    const add = (index: number, time: number) => {
      const times = found.get(index);
      if (times) times.push(ms(time));
      else found.set(index, [ms(time)]);
    };
    for (const { trials: named, times } of of(meaning))
      times.forEach((time, at) => {
        if (Number.isNaN(time)) return;
        if (named) return add(named[at], time);
        for (const trial of trialsAt(time)) {
          const from = trial && alignedAt.get(trial.index);
          if (from !== undefined) add(trial!.index, time - from);
        }
      });
    for (const times of found.values()) times.sort((a, b) => a - b);
    return found;
  };

  return {
    own: (meaning) => byTrial(meaning, (time) => [begun[firstAfter(begun, time + earlySeconds) - 1]]),
    around: (meaning) =>
      byTrial(meaning, (time) => {
        const next = firstAfter(placed, time);
        return [placed[next - 1], placed[next]];
      }),
    stretch(trial) {
      const [place, begin] = [placeOf.get(trial), beginningOf.get(trial)];
      if (place === undefined || begin === undefined) return null;
      const { at } = placed[place];
      const next = Math.min(
        begun[firstAfter(begun, begin)]?.at ?? Infinity,
        placed[place + 1]?.at ?? Infinity,
      );
      return { from: ms((placed[place - 1]?.at ?? -Infinity) - at), to: ms(next - at) };
    },
  };
}

const inOrder = (moments: readonly { index: number; at: number | null }[]): Moment[] =>
  moments
    .flatMap(({ index, at }) => (at === null || Number.isNaN(at) ? [] : [{ index, at }]))
    .sort((a, b) => a.at - b.at);

/** Place of the first that comes after a time. */
function firstAfter(sorted: readonly Moment[], time: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].at > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
