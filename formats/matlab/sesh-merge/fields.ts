import type { DerivedMeasure, RecordedSignal } from "@/contracts/recording";
import type { Described as Variable } from "../../arrays/model";

/** The 20 fields of one record (one mouse) of seshMerge and what each becomes. */

/** Samples of a trial, from 3 s before to 4 s after reward at 100 Hz: sample 151 is the cue, sample 301 the reward. */
export const samplesPerTrial = 701;
export const samplingRateHz = 100;
export const t0Seconds = -3;
/** The cue of 0.5 s is at sample 151, the reward a second after its end at sample 301. */
export const trialTiming = {
  cueSeconds: (151 - 1) / samplingRateHz + t0Seconds,
  rewardSeconds: (301 - 1) / samplingRateHz + t0Seconds,
  cueDurationSeconds: 0.5,
  /** From the first sample up to the cue. */
  baseline: { from: t0Seconds, to: (151 - 1) / samplingRateHz + t0Seconds },
  cut: null,
};

const dopamine = { sensor: "dopamine", unit: "z-score", processing: "dF/F, z-scored" };
const behaviour = { region: "", unit: "a.u.", processing: "" };

type Described = Pick<RecordedSignal, "region" | "sensor" | "unit" | "processing">;
/** Trials x 701 numbers each. `lick` is such a matrix too: a raster, which becomes events. */
const described: Readonly<Record<string, Described>> = {
  nac: { region: "NAc", ...dopamine },
  vta: { region: "VTA", ...dopamine },
  ds: { region: "DS", ...dopamine },
  pupil: { ...behaviour, sensor: "pupil" },
  nose: { ...behaviour, sensor: "nose" },
  whisk: { ...behaviour, sensor: "whiskers" },
  body: { ...behaviour, sensor: "body" },
};
export const signals = Object.entries(described).map(([id, signal]) => ({
  ...{ id, channel: id, ...signal, samplesPerTrial },
}));

const fromReward = (from: number, to: number) => ({ from, to, event: "reward" });
const summary = "computed by the authors of the file, not by Phasic";

/** Columns of a field, and the measure that each of them is. */
interface Column extends DerivedMeasure {
  readonly field: string;
  readonly column: number;
}
const column = (field: string, unit: string, window: DerivedMeasure["window"], processing = ""): Column => ({
  ...{ id: field, field, column: 0, unit, window, processing },
});
const columns = (field: string, count: number): Column[] =>
  Array.from({ length: count }, (_, index) => ({
    ...column(field, "a.u.", null, `column ${index + 1} of ${field}; ${summary}`),
    ...{ id: `${field}.${index + 1}`, column: index },
  }));

/** One number per trial. */
export const perTrial: readonly Column[] = [
  column("latency", "ms", null, "from reward to its collection"),
  column("cueLatency", "ms", null, "from cue to first lick"),
  column("lickState", "code", null, "1 where the mouse licked before reward (lick+)"),
  column("stimState", "code", null, "0 without stimulation"),
];

/** Fields that may be shorter than the trials: they belong to the first ones. */
export const summaries: readonly Column[] = [
  ...columns("predVars", 8),
  ...columns("cuePredVars", 4),
  column("rewDA", "z-score", fromReward(0, 2), `NAc, minus its mean from -3 to -1.5 s; ${summary}`),
  column("prepLick", "licks", fromReward(-1, 0), summary),
  column("baseLick", "Hz", fromReward(-3, -1.5), summary),
];

/** Read in double precision: one number per trial, or a few for the first ones. */
export const vectors: readonly string[] = [
  ...["trialID", "seshID", "iti"],
  ...new Set([...perTrial, ...summaries].map(({ field }) => field)),
];
export const matrices: readonly string[] = [...signals.map(({ id }) => id), "lick"];

const required = ["trialID", "seshID", "lick", "nac", "lickState", "stimState"];
/** By its fields, and the samples of its first record. */
export function looksLikeSeshMerge({ kind, fields }: Variable): boolean {
  const of = (name: string) => fields.find((field) => field.name === name);
  const nac = of("nac")?.dims ?? [];
  const fits = nac[1] === samplesPerTrial || nac.some((size) => size === 0);
  return kind === "struct" && required.every((name) => of(name) !== undefined) && fits;
}
