import type { Dataset, Group } from "h5wasm/node";
import type { RecordedSignal, RecordingPart } from "@/contracts/recording";
import { blockSamples } from "../limits";
import { Refusal, quoted } from "../refusal";
import { datasetIn, numberAttribute, textAttribute, type Node } from "../hdf5/walk";
import { allNumbers, isNumericDataset, numbersIn, shapeOf } from "../hdf5/values";
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
  return { rateHz: null, t0: null, timestamps };
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

/** The signal of a series, or one signal for each of its channels, in blocks. */
export function* seriesParts(
  node: Node,
  id: string,
  place: { subject: string; session: number },
  { fileBytes, fiberOf, read }: { fileBytes: number; fiberOf: FiberOf; read: SeriesRead },
): Generator<RecordingPart> {
  const series = node.object as Group;
  const data = datasetIn(series, "data")!;
  const [samples, channels = 1, ...further] = shapeOf(data, fileBytes);
  if (further.length > 0 || channels > mostChannels)
    throw new Refusal(
      `${quoted(node.path)} has ${channels} channels in ${2 + further.length} dimensions`,
      "save it as samples x channels",
    );
  const timing = timingOf(series, node.path, samples, fileBytes);
  const scale = scaleOf(data);
  const description = textAttribute(series, "description");
  const signals = Array.from({ length: channels }, (_, channel): RecordedSignal => {
    const fiber = fiberOf(series, channel);
    return {
      id: channels === 1 ? id : `${id}.${channel + 1}`,
      ...{
        region: fiber.region,
        sensor: fiber.sensor || (node.type === "OptogeneticSeries" ? "stimulation" : ""),
      },
      ...{ channel: channels === 1 ? node.name : `${node.name}.${channel + 1}` },
      unit: textAttribute(data, "unit").slice(0, 80) || "a.u.",
      ...{
        samplingRateHz: timing.rateHz,
        t0Seconds: timing.t0,
        samplesPerTrial: null,
        alignment: "session start",
      },
      processing: [description === "no description" ? "" : description, scale.words]
        .filter(Boolean)
        .join("; ")
        .slice(0, 2000),
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
