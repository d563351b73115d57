import { evenly } from "../evenly";
import type { Notes } from "../reader";
import { Refusal, quoted } from "../refusal";
import { askAlignment, askRate, askStart } from "../signals";
import type { ArrayMapping } from "./mapping";
import { perTrial } from "./per-trial";
import type { Values } from "./model";

/** When samples were taken. */
export interface CutTime {
  readonly samplingRateHz: number | null;
  readonly t0Seconds: number | null;
  readonly alignment: string;
}
export interface ContinuousTime {
  readonly samplingRateHz: number | null;
  readonly t0Seconds: number | null;
  readonly timestamps: Float64Array<ArrayBuffer> | null;
}

/** The times that a variable gives for so many samples, in seconds; null where it gives none, or for others. */
function timesFor({ time }: ArrayMapping, values: Values, samples: number): Float64Array<ArrayBuffer> | null {
  const value = time && values.get(time.path);
  if (!time || value?.kind !== "numbers" || value.numbers.length !== samples) return null;
  const { numbers } = value;
  return Float64Array.from({ length: samples }, (_, at) => time.seconds(numbers[at]));
}

function statedRate({ samplingRate }: ArrayMapping, values: Values): number | null {
  const value = samplingRate === null ? undefined : values.get(samplingRate);
  const rate = value && samplingRate !== null ? perTrial(samplingRate, value).number(0) : NaN;
  return rate > 0 && Number.isFinite(rate) ? rate : null;
}

/** Of samples that come cut into trials. `id` is null where all signals share the answer. */
export function cutTime(
  notes: Notes,
  mapping: ArrayMapping,
  values: Values,
  { id, samples, base }: { id: string | null; samples: number; base: number },
): CutTime {
  const of = `The ${samples} samples of ${id === null ? "a trial" : quoted(id)}`;
  const times = timesFor(mapping, values, samples);
  const even = times && samples > 1 ? evenly(times) : null;
  if (times && !even)
    throw new Refusal(
      `The times in ${quoted(mapping.time!.path)} are not evenly spaced`,
      "choose another variable, or resample the trials",
    );
  const rateHz = even?.rateHz ?? statedRate(mapping, values) ?? askRate(notes, id, of);
  return {
    samplingRateHz: rateHz,
    t0Seconds: even ? even.t0 : askStart(notes, id, of, { rateHz, base }),
    alignment: askAlignment(notes, id, of, null),
  };
}

/** @throws Refusal when times do not grow. */
export function continuousTime(
  notes: Notes,
  mapping: ArrayMapping,
  values: Values,
  { id, samples }: { id: string; samples: number },
): ContinuousTime {
  const times = timesFor(mapping, values, samples);
  if (!times) {
    const of = `The ${samples} samples of ${quoted(id)}`;
    const samplingRateHz = statedRate(mapping, values) ?? askRate(notes, id, of);
    return { samplingRateHz, t0Seconds: samplingRateHz === null ? null : 0, timestamps: null };
  }
  const back = times.findIndex((time, at) => at > 0 && !(time > times[at - 1]));
  if (back > 0)
    throw new Refusal(
      `The times in ${quoted(mapping.time!.path)} do not grow at sample ${back + 1} (${times[back - 1]} s, then ${times[back]} s)`,
      "choose another variable",
    );
  const even = samples > 1 ? evenly(times) : null;
  return even
    ? { samplingRateHz: even.rateHz, t0Seconds: even.t0, timestamps: null }
    : { samplingRateHz: null, t0Seconds: null, timestamps: times };
}
