import type { EventMeaning, RecordedTrial, RecordingPart } from "@/contracts/recording";
import { inNumber } from "./inputs";
import type { Notes } from "./reader";
import { baselineBefore, timingPart } from "./timing";

/** Trials of continuous recordings: cut around an event that somebody chooses, or at the starts that the file gives. */

interface Place {
  readonly subject: string;
  readonly session: number;
}
interface Session extends Place {
  readonly trials: RecordedTrial[];
  readonly events: Map<string, { times: number[]; durations: number[] }>;
}

const trialStart = "trial start";
const usualCut = { from: -2, to: 4 };
/** Moments that differ by less between trials are one moment. */
const sameSeconds = 0.02;

export const emptyTrial: Omit<RecordedTrial, "index"> = {
  ...{ start: null, type: null, cue: null, rewardMagnitude: null, omitted: null, stimulated: null },
  ...{ dose: null, itiSeconds: null, excluded: false, alignedAt: null },
};

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Where nearly all agree, that; else null. */
function common(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const middle = median(numbers);
  const same = numbers.filter((number) => Math.abs(number - middle) < sameSeconds);
  return same.length >= 0.95 * numbers.length ? Math.round(middle * 1e6) / 1e6 : null;
}

/** Position of the first of ascending times that is not before `time`. */
function firstFrom(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Alignment {
  private readonly sessions = new Map<string, Session>();
  private readonly meanings = new Map<string, EventMeaning>();

  private session(place: Place): Session {
    const key = `${place.session} ${place.subject}`;
    const own = this.sessions.get(key) ?? {
      ...{ subject: place.subject, session: place.session, trials: [], events: new Map() },
    };
    this.sessions.set(key, own);
    return own;
  }

  /** Takes note of a part on its way: events on the session's clock. @returns the part. */
  noted<T extends RecordingPart>(part: T): T {
    if (part.kind === "events" && part.trials === null) {
      this.meanings.set(part.type, part.meaning);
      const { events } = this.session(part);
      const own = events.get(part.type) ?? { times: [], durations: [] };
      events.set(part.type, own);
      for (const [at, time] of part.times.entries()) {
        if (Number.isNaN(time)) continue;
        own.times.push(time);
        own.durations.push(part.durations?.[at] ?? NaN);
      }
    }
    return part;
  }

  /** Trials that the file declares. They come out of `parts`. */
  trials(place: Place, trials: readonly RecordedTrial[]): void {
    const session = this.session(place);
    for (const trial of trials) session.trials.push(trial);
  }

  private chooseEvent(notes: Notes): string | null {
    const started = [...this.sessions.values()].some(({ trials }) =>
      trials.some(({ start }) => start !== null),
    );
    const types = [...this.meanings.keys(), ...(started ? [trialStart] : [])];
    if (types.length === 0) return null;
    const meant = (meaning: EventMeaning) => types.find((type) => this.meanings.get(type) === meaning);
    return notes.ask<string | null>({
      ...{ field: "alignment.event", about: "timing", cannotBeKnown: true },
      guess: meant("reward") ?? meant("cue") ?? (started ? trialStart : null),
      question: "The recording is continuous: which event are trials aligned to?",
      input: {
        ...{ kind: "choice", optional: true },
        options: types.map((value) => ({ value, label: value })),
      },
    });
  }

  private align({ trials, events }: Session, event: string): RecordedTrial[] {
    const times = [...(events.get(event)?.times ?? [])].sort((a, b) => a - b);
    if (event === trialStart && times.length === 0)
      return trials.map((trial) => ({ ...trial, alignedAt: trial.start }));
    if (trials.length === 0)
      return times.map((time, at) => ({ ...emptyTrial, index: at + 1, start: time, alignedAt: time }));
    const starts = trials.flatMap(({ start }) => start ?? []).sort((a, b) => a - b);
    return trials.map((trial) => {
      if (trial.start === null || trial.alignedAt !== null) return trial;
      const time = times[firstFrom(times, trial.start)];
      const next = starts[firstFrom(starts, trial.start + 1e-9)] ?? Infinity;
      return { ...trial, alignedAt: time !== undefined && time < next ? time : null };
    });
  }

  /** Where events of a meaning are, from the alignment event of their trial. */
  private offsets(meaning: EventMeaning, aligned: readonly (Session & { at: RecordedTrial[] })[], cut: Cut) {
    const [moments, durations]: number[][] = [[], []];
    for (const { events, at } of aligned)
      for (const [type, own] of events) {
        if (this.meanings.get(type) !== meaning) continue;
        const order = own.times.map((_, index) => index).sort((a, b) => own.times[a] - own.times[b]);
        const times = order.map((index) => own.times[index]);
        for (const { alignedAt } of at) {
          if (alignedAt === null) continue;
          const first = firstFrom(times, alignedAt + cut.from);
          if (first === times.length || times[first] > alignedAt + cut.to) continue;
          moments.push(times[first] - alignedAt);
          durations.push(own.durations[order[first]]);
        }
      }
    return { moment: common(moments), duration: common(durations.filter((length) => length > 0)) };
  }

  /** Trials, aligned, and when cue and reward come in them. */
  *parts(notes: Notes): Generator<RecordingPart> {
    const event = this.chooseEvent(notes);
    const aligned = [...this.sessions.values()].map((session) => ({
      ...session,
      at: event === null ? session.trials : this.align(session, event),
    }));
    for (const { subject, session, at } of aligned)
      if (at.length > 0) yield { kind: "trials", subject, session, trials: at };
    const cut = event === null ? null : askCut(notes);
    const [cue, reward] = (["cue", "reward"] as const).map((meaning) =>
      cut ? this.offsets(meaning, aligned, cut) : { moment: null, duration: null },
    );
    const missing = aligned.flatMap(({ at }) => at).filter(({ alignedAt }) => alignedAt === null).length;
    if (event !== null && missing > 0)
      notes.remark(
        `${missing} ${missing === 1 ? "trial has" : "trials have"} no ${event}, and cannot be cut.`,
      );
    if (event === null) return;
    yield timingPart(
      notes,
      {
        ...{ alignment: event, cut, cueDurationSeconds: cue.duration },
        cueSeconds: this.meanings.get(event) === "cue" ? 0 : cue.moment,
        rewardSeconds: this.meanings.get(event) === "reward" ? 0 : reward.moment,
        baseline: baselineBefore(cut?.from ?? null, cut?.to ?? null),
      },
      "moments",
    );
  }
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

function askCut(notes: Notes): Cut {
  const edge = (name: "from" | "to", words: string) =>
    notes.ask({
      ...{ field: `alignment.${name}Seconds`, about: "timing", guess: usualCut[name], input: inNumber("s") },
      question: `Trials are cut out of the continuous recording: ${words}`,
    });
  const from = edge("from", "from how many seconds from the alignment event (negative is before)?");
  const to = edge("to", "to how many seconds from the alignment event?");
  return { from: Math.min(from, to), to: Math.max(from, to) };
}
