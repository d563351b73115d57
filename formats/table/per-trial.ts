import type { RecordingPart } from "@/contracts/recording";
import { alignments, inText } from "../inputs";
import { mostColumns, mostHeld } from "../limits";
import type { Notes } from "../reader";
import { Refusal, quoted } from "../refusal";
import type { Describe, Series, SeriesBySignal } from "./continuous";
import type { Place } from "./places";

/** Whether time begins anew with each trial, and is hence counted from an event of the trial. */
export function restarts({ times, trials }: Pick<Series, "times" | "trials">): boolean {
  for (let at = 1; at < trials.length; at++)
    if (trials.at(at) !== trials.at(at - 1) && times.at(at) <= times.at(at - 1)) return true;
  return false;
}

interface Grid {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** The evenly spaced times that all trials share: from the earliest to the latest, at the smallest common step. */
function gridOf(name: string, places: Iterable<Series>): Grid {
  const distinct = new Set<number>();
  for (const { times } of places)
    for (let at = 0; at < times.length && distinct.size <= mostColumns; at++)
      distinct.add(Math.round(times.at(at) * 1e6) / 1e6);
  const sorted = [...distinct].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const step = sorted.length > 1 ? (last - first) / (sorted.length - 1) : 1;
  const even = sorted.every((time, at) => Math.abs(time - first - at * step) < step / 4);
  if (!even || sorted.length > mostColumns)
    throw new Refusal(
      `The samples of ${quoted(name)} are not at the same times in every trial`,
      "resample the trials to common times, or give one time for the whole session",
    );
  return { first, step, count: sorted.length };
}

function samplesOf(name: string, place: Place, { times, values, trials }: Series, grid: Grid) {
  const rows = new Map<number, number>();
  for (let at = 0; at < trials.length; at++) {
    const trial = trials.at(at);
    if (Number.isNaN(trial))
      throw new Refusal(
        `A sample of ${quoted(name)} has no trial (sample ${at + 1})`,
        "give every row a trial number",
      );
    if (!rows.has(trial)) rows.set(trial, rows.size);
  }
  if (rows.size * grid.count > mostHeld)
    throw new Refusal(
      `The trials of ${quoted(name)} are too sparse to be held`,
      "save its sessions in several files",
    );
  const samples = new Float32Array(rows.size * grid.count).fill(NaN);
  const met = new Uint8Array(samples.length);
  for (let at = 0; at < trials.length; at++) {
    const to = rows.get(trials.at(at))! * grid.count + Math.round((times.at(at) - grid.first) / grid.step);
    if (met[to])
      throw new Refusal(
        `Trial ${trials.at(at)} of subject ${quoted(place.subject)}, session ${quoted(place.session)} has two samples of ${quoted(name)} at ${times.at(at)} s`,
        "give each trial of a session a number of its own",
      );
    met[to] = 1;
    samples[to] = values.at(at);
  }
  return { trials: [...rows.keys()], samples };
}

export const askTrialAlignment = (notes: Notes): string =>
  notes
    .ask({
      ...{ field: "signals.alignment", about: "timing", guess: "event", cannotBeKnown: true },
      question: "Time begins anew with each trial: which event is at time 0?",
      input: inText(...alignments),
    })
    .slice(0, 200);

/** Signals cut into trials: samples that a trial lacks are gaps. */
export function* perTrialParts(
  signals: SeriesBySignal,
  describe: Describe,
  alignment: string,
): Generator<Extract<RecordingPart, { kind: "signals" | "samples" }>> {
  for (const [name, places] of signals) {
    const grid = gridOf(name, places.values());
    yield {
      kind: "signals",
      signals: [
        {
          ...{ ...describe(name), samplingRateHz: 1 / grid.step, t0Seconds: grid.first },
          ...{ samplesPerTrial: grid.count, alignment },
        },
      ],
    };
    for (const [place, series] of places) {
      const where = { subject: place.subject, session: place.index };
      const { trials, samples } = samplesOf(name, place, series, grid);
      yield { kind: "samples", ...where, signal: name, trials, first: 0, samples, timestamps: null };
    }
  }
}
