import type { Dataset, Group } from "h5wasm/node";
import type { RecordedSignal, RecordingPart } from "@/contracts/recording";
import { evenly } from "../evenly";
import { blockSamples } from "../limits";
import { Refusal, quoted } from "../refusal";
import { numberAttribute, textAttribute } from "../hdf5/attributes";
import { datasetIn, type Node } from "../hdf5/walk";
import { allNumbers, checkFilters, isNumericDataset, numbersIn, shapeOf } from "../hdf5/values";
import type { Notes } from "../reader";
import { askSource } from "../signals";
import type { FiberOf } from "./fibers";

/** Types of NWB and of its extensions whose numbers are a signal over time. */
const kinds = new Set([
  ...["TimeSeries", "FiberPhotometryResponseSeries", "RoiResponseSeries", "CommandedVoltageSeries"],
  ...[
    "DeconvolvedFiberPhotometryResponseSeries",
    "DeconvolvedRoiResponseSeries",
    "DeconvolvedROIResponseSeries",
  ],
  ...["OptogeneticSeries", "SpatialSeries"],
]);
const mostChannels = 256;
/** Series of more channels are hardly photometry: a form with a question for each would help nobody. */
const mostAsked = 16;

export const isSeries = ({ type, object }: Node): boolean => {
  if (!kinds.has(type)) return false;
  const data = datasetIn(object as Group, "data");
  return data !== null && isNumericDataset(data) && (data.shape?.length ?? 0) > 0;
};

interface Timing {
  readonly rateHz: number | null;
  readonly t0: number | null;
  readonly timestamps: Float64Array | null;
}

/** A starting time with a rate, or a time for each sample, in seconds. */
function timingOf(series: Group, path: string, samples: number, fileBytes: number): Timing {
  const start = datasetIn(series, "starting_time");
  if (start) {
    const rateHz = numberAttribute(start, "rate");
    if (!rateHz || !(rateHz > 0))
      throw new Refusal(`${quoted(path)} has a starting time without a rate`, "add its rate");
    return { rateHz, t0: allNumbers(start, fileBytes)[0], timestamps: null };
  }
  const times = datasetIn(series, "timestamps");
  if (!times)
    throw new Refusal(`${quoted(path)} has neither starting_time nor timestamps`, "add one of them");
  const timestamps = allNumbers(times, fileBytes);
  if (timestamps.length !== samples)
    throw new Refusal(
      `${quoted(path)} has ${timestamps.length} timestamps for ${samples} samples`,
      "write it again",
    );
  const even = samples > 1 ? evenly(timestamps) : null;
  return even
    ? { rateHz: even.rateHz, t0: even.t0, timestamps: null }
    : { rateHz: null, t0: null, timestamps };
}

/** "as stored, times 0.001": NWB keeps numbers as they were digitised. */
function scaleOf(data: Dataset) {
  const factor = numberAttribute(data, "conversion") ?? 1;
  const offset = numberAttribute(data, "offset") ?? 0;
  const words = factor === 1 && offset === 0 ? "" : `stored number times ${factor} plus ${offset}`;
  return {
    factor: Number.isFinite(factor) ? factor : 1,
    offset: Number.isFinite(offset) ? offset : 0,
    words,
  };
}

export interface SeriesRead {
  /** Whether any sample was a number. */
  finite: boolean;
}

export interface SeriesReading {
  readonly notes: Notes;
  readonly fileBytes: number;
  readonly fiberOf: FiberOf;
  readonly read: SeriesRead;
}

const mostOnsets = 200_000;

/** When the numbers of a series rise above 0, and for how long, in seconds: light of an optogenetic stimulation. */
export function onsetsOf(node: Node, fileBytes: number): { times: number[]; durations: number[] } {
  const series = node.object as Group;
  const data = datasetIn(series, "data")!;
  const [samples, channels = 1] = shapeOf(data, fileBytes);
  const { rateHz, t0, timestamps } = timingOf(series, node.path, samples, fileBytes);
  const at = (sample: number) => timestamps?.[sample] ?? (t0 ?? 0) + sample / (rateHz ?? NaN);
  const [times, durations]: number[][] = [[], []];
  let high = false;
  const rows = Math.max(1, Math.floor(blockSamples / channels));
  for (let first = 0; first < samples && times.length < mostOnsets; first += rows) {
    const to = Math.min(samples, first + rows);
    const values = numbersIn(data, first, to);
    for (let sample = first; sample < to; sample++) {
      const now = Number(values[(sample - first) * channels]) > 0;
      if (now && !high) times.push(at(sample));
      if (!now && high) durations.push(at(sample) - times[times.length - 1]);
      high = now;
    }
  }
  if (durations.length < times.length) durations.push(NaN);
  return { times, durations };
}

/** The signal of a series, or one signal for each of its channels, in blocks. */
export function* seriesParts(
  node: Node,
  id: string,
  place: { subject: string; session: number },
  { notes, fileBytes, fiberOf, read }: SeriesReading,
): Generator<RecordingPart> {
  const series = node.object as Group;
  const data = datasetIn(series, "data")!;
  const [samples, channels = 1, ...further] = shapeOf(data, fileBytes);
  if (further.length > 0 || channels > mostChannels)
    throw new Refusal(
      `${quoted(node.path)} has ${channels} channels in ${2 + further.length} dimensions`,
      "save it as samples x channels",
    );
  checkFilters(data);
  const timing = timingOf(series, node.path, samples, fileBytes);
  const scale = scaleOf(data);
  const description = textAttribute(series, "description");
  const signals = Array.from({ length: channels }, (_, channel): RecordedSignal => {
    const fiber = fiberOf(series, channel);
    const own = channels === 1 ? id : `${id}.${channel + 1}`;
    const known = {
      id: own,
      region: fiber.region,
      sensor: fiber.sensor || (node.type === "OptogeneticSeries" ? "stimulation" : ""),
      unit: textAttribute(data, "unit").trim().slice(0, 80),
      processing: [description === "no description" ? "" : description, fiber.words, scale.words]
        .filter(Boolean)
        .join("; ")
        .slice(0, 2000),
    };
    return {
      ...{ id: own, channel: (channels === 1 ? node.name : `${node.name}.${channel + 1}`).slice(0, 200) },
      ...(channels > mostAsked ? { ...known, unit: known.unit || "a.u." } : askSource(notes, known)),
      ...{
        samplingRateHz: timing.rateHz,
        t0Seconds: timing.t0,
        samplesPerTrial: null,
        alignment: "session start",
      },
    };
  });
  yield { kind: "signals", signals };

  const rows = Math.max(1, Math.floor(blockSamples / channels));
  for (let first = 0; first < samples; first += rows) {
    const to = Math.min(samples, first + rows);
    const values = numbersIn(data, first, to);
    for (const [channel, { id: signal }] of signals.entries()) {
      const block = Float32Array.from(
        { length: to - first },
        (_, at) => Number(values[at * channels + channel]) * scale.factor + scale.offset,
      );
      read.finite ||= block.some(Number.isFinite);
      const timestamps = timing.timestamps?.slice(first, to) ?? null;
      yield { kind: "samples", ...place, signal, trials: null, first, samples: block, timestamps };
    }
  }
}
