import type { RecordedSignal, RecordingPart } from "@/contracts/recording";
import { blockSamples } from "../limits";
import { Refusal, quoted } from "../refusal";
import { evenly } from "../evenly";
import type { Doubles, Floats } from "./growing";
import type { Place } from "./places";

/** Samples of one signal in one session. */
export interface Series {
  /** In seconds. */
  readonly times: Doubles;
  readonly values: Floats;
  /** Of each sample; empty where the table has no trials. */
  readonly trials: Doubles;
}
export type SeriesBySignal = ReadonlyMap<string, ReadonlyMap<Place, Series>>;
export type Describe = (
  name: string,
) => Omit<RecordedSignal, "samplingRateHz" | "t0Seconds" | "samplesPerTrial" | "alignment">;

function checkOrder(name: string, { subject, session }: Place, times: Float64Array): void {
  for (let at = 1; at < times.length; at++)
    if (times[at] <= times[at - 1]) {
      const how = times[at] === times[at - 1] ? "stands still" : "runs backwards";
      throw new Refusal(
        `The time of ${quoted(name)} ${how} at sample ${at + 1} of subject ${quoted(subject)}, session ${quoted(session)} (${times[at - 1]} s, then ${times[at]} s)`,
        "sort the rows by time, or name the trials or sessions in a column",
      );
    }
}

/**
 * Continuous signals: one sampling rate and start where all sessions agree on them, else the time of each sample.
 * `nominal` is a sampling rate that the file states, in Hz.
 */
export function* continuousParts(
  signals: SeriesBySignal,
  describe: Describe,
  nominal: number | null,
): Generator<RecordingPart> {
  for (const [name, places] of signals) {
    const all = [...places].map(([place, { times, values }]) => ({
      place,
      times: times.take(),
      values: values.take(),
    }));
    for (const { place, times } of all) checkOrder(name, place, times);
    const even = all.map(({ times }) => evenly(times));
    const [first] = even;
    const rate =
      first && even.every((own) => own && Math.abs(own.rateHz / first.rateHz - 1) < 1e-3)
        ? first.rateHz
        : null;
    const start = rate !== null && even.every((own) => own!.t0 === first!.t0) ? first!.t0 : null;
    yield {
      kind: "signals",
      signals: [
        {
          ...describe(name),
          ...{
            samplingRateHz: rate ?? nominal,
            t0Seconds: start,
            samplesPerTrial: null,
            alignment: "session start",
          },
        },
      ],
    };
    for (const { place, times, values } of all)
      for (let at = 0; at < values.length; at += blockSamples)
        yield {
          ...{
            kind: "samples",
            subject: place.subject,
            session: place.index,
            signal: name,
            trials: null,
            first: at,
          },
          samples: values.slice(at, at + blockSamples),
          timestamps: start === null ? times.slice(at, at + blockSamples) : null,
        };
  }
}
