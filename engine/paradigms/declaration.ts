/**
 * What a paradigm says about itself: one declaration of its numbers drives the form, its validation, the table on the
 * paradigm's page and the difference between two versions. Times in ms from trial start. The inputs that a task gives to
 * theories are three equal pulses, at cue onset, cue offset and reward, as in Coddington, Lindo & Dudman (2023).
 */
import type { Manipulation, NumberParameter, ParameterDeclaration, ParameterValues } from "../declaration";
import { armOf } from "./arms";
import { type Paradigm, type Pulse, type TrialType, trialTypes } from "./paradigm";

type Bounded = Pick<
  NumberParameter,
  "key" | "symbol" | "title" | "unit" | "default" | "min" | "max" | "meaning"
>;
const wholes = (group: string, ...of: readonly Bounded[]): ParameterDeclaration[] =>
  of.map((one) => ({ ...one, kind: "integer", group }));
const numbers = (group: string, ...of: readonly Bounded[]): ParameterDeclaration[] =>
  of.map((one) => ({ ...one, kind: "number", group }));
const switches = (
  group: string,
  ...of: readonly Pick<ParameterDeclaration, "key" | "title" | "meaning">[]
): ParameterDeclaration[] =>
  of.map((one) => ({
    ...one,
    kind: "switch",
    group,
    symbol: String.raw`\checkmark`,
    unit: "1",
    default: true,
  }));

const [timing, inputs, training, probes] = ["Timing", "Inputs", "Training trials", "Probes"];
const percent = { unit: "%", min: 0, max: 100 };
const shareKeys = { cued: "shareCued", uncued: "shareUncued", omission: "shareOmission" } as const;
const probeKeys = { cued: "probeCued", uncued: "probeUncued", omission: "probeOmission" } as const;

export const paradigmParameters: readonly ParameterDeclaration[] = [
  ...wholes(
    timing,
    {
      ...{ key: "cueOnset", symbol: String.raw`t_\mathrm{cue}`, title: "Cue onset" },
      ...{ unit: "ms", default: 100, min: 2, max: 20_000 },
      meaning: "Time from trial start to the cue: the silence in which responses have their baseline.",
    },
    {
      ...{ key: "cueDuration", symbol: String.raw`d_\mathrm{cue}`, title: "Cue" },
      ...{ unit: "ms", default: 500, min: 1, max: 20_000 },
      meaning: "How long the cue lasts.",
    },
    {
      ...{ key: "trace", symbol: String.raw`d_\mathrm{trace}`, title: "Trace" },
      ...{ unit: "ms", default: 1000, min: 0, max: 20_000 },
      meaning: "Silence from the end of the cue to reward. ACTR needs at least 1 ms of it.",
    },
    {
      ...{ key: "trialMs", symbol: "T", title: "Trial" },
      ...{ unit: "ms", default: 3000, min: 100, max: 30_000 },
      meaning: "From one trial start to the end of that trial. Reward and what follows it must fit in.",
    },
  ),
  ...numbers(
    inputs,
    {
      ...{ key: "rewardMagnitude", symbol: "m", title: "Reward magnitude" },
      ...{ unit: "1", default: 1, min: 0, max: 10 },
      meaning:
        "In units of the published reward: the input of ACTR's network at reward, and what TD multiplies its own reward by.",
    },
    {
      ...{ key: "onsetInput", symbol: String.raw`a_\mathrm{on}`, title: "Input at cue onset" },
      ...{ unit: "1", default: 0.7, min: 0, max: 10 },
      meaning: "What ACTR's network hears as the cue begins. TD reads the cue from its time alone.",
    },
    {
      ...{ key: "offsetInput", symbol: String.raw`a_\mathrm{off}`, title: "Input at cue offset" },
      ...{ unit: "1", default: 0.3, min: 0, max: 10 },
      meaning: "What ACTR's network hears as the cue ends; 0 for nothing.",
    },
  ),
  ...wholes(inputs, {
    ...{ key: "pulseMs", symbol: String.raw`d_\mathrm{in}`, title: "Length of each input" },
    ...{ unit: "ms", default: 11, min: 1, max: 1000 },
    meaning: "Each input is a pulse of this length that begins at its event.",
  }),
  ...wholes(training, {
    ...{ key: "trials", symbol: "N", title: "Number of trials" },
    ...{ unit: "trials", default: 800, min: 1, max: 5000 },
    meaning: "Training trials of a run; an experiment may ask for another number.",
  }),
  ...numbers(
    training,
    {
      ...{ key: shareKeys.cued, symbol: String.raw`p_\mathrm{cued}`, title: "Cued trials" },
      ...{ ...percent, default: 100 },
      meaning: "Share of trials with cue and reward.",
    },
    {
      ...{ key: shareKeys.uncued, symbol: String.raw`p_\mathrm{uncued}`, title: "Uncued trials" },
      ...{ ...percent, default: 0 },
      meaning: "Share of trials with a reward that no cue announces.",
    },
    {
      ...{ key: shareKeys.omission, symbol: String.raw`p_\mathrm{omitted}`, title: "Omitted trials" },
      ...{ ...percent, default: 0 },
      meaning:
        "Share of trials with a cue and no reward. The three shares add up to 100 %; types are drawn anew for each trial.",
    },
  ),
  {
    ...{ kind: "choice", group: training, key: "trainingType", symbol: String.raw`\star`, unit: "1" },
    ...{ title: "Training is about", default: "cued" },
    meaning: "Which rules theories learn by. Trials of this type need a share.",
    choices: [
      { value: "cued", title: "a reward that a cue predicts", meaning: "" },
      { value: "uncued", title: "a reward without a cue", meaning: "" },
      { value: "omission", title: "a cue that no reward follows", meaning: "" },
    ],
  },
  ...wholes(
    probes,
    {
      ...{ key: "probeEvery", symbol: "k", title: "Probed every" },
      ...{ unit: "trials", default: 5, min: 1, max: 5000 },
      meaning:
        "After trial 1 and every k-th trial the unperturbed responses are read. Probes change nothing and cost time.",
    },
    {
      ...{ key: "probeRepetitions", symbol: String.raw`n_\mathrm{probe}`, title: "Repetitions of a probe" },
      ...{ unit: "1", default: 10, min: 1, max: 100 },
      meaning: "Licking is drawn this often in each probe and averaged.",
    },
  ),
  ...switches(
    probes,
    {
      ...{ key: probeKeys.cued, title: "Probe cued trials" },
      meaning: "What a trial with cue and reward would do at this point of training.",
    },
    { key: probeKeys.uncued, title: "Probe uncued trials", meaning: "What an unannounced reward would do." },
    { key: probeKeys.omission, title: "Probe omitted trials", meaning: "What a missing reward would do." },
  ),
];

const pulseAt = (at: number, length: number, amplitude: number): Pulse => ({
  ...{ from: at, to: at + length - 1, amplitude },
});

/** The task that these values describe; what they do not say (key, words) is the base's. */
export function paradigmOf(
  base: Paradigm,
  values: ParameterValues,
  arms: readonly Manipulation[] = base.arms.map(({ manipulation }) => manipulation),
): Paradigm {
  const of = (key: string) => Number(values[key]);
  const onset = of("cueOnset");
  const offset = onset + of("cueDuration");
  const time = offset + of("trace");
  const length = of("pulseMs");
  const probed = trialTypes.filter((type) => values[probeKeys[type]] === true);
  const { mix: _, ...kept } = base;
  const trainingType = values.trainingType as TrialType;
  const mix = {
    cued: of("shareCued") / 100,
    uncued: of("shareUncued") / 100,
    omission: of("shareOmission") / 100,
  };
  const offsetInput = of("offsetInput");
  return {
    ...kept,
    trialMs: of("trialMs"),
    cue: {
      ...{ onset, offset },
      pulses: [
        pulseAt(onset, length, of("onsetInput")),
        ...(offsetInput === 0 ? [] : [pulseAt(offset, length, offsetInput)]),
      ],
    },
    reward: { time, pulses: [pulseAt(time, length, of("rewardMagnitude"))] },
    trainingType,
    ...(mix[trainingType] === 1 && mix.cued + mix.uncued + mix.omission === 1 ? {} : { mix }),
    trials: of("trials"),
    probes: {
      ...{ every: of("probeEvery"), repetitions: of("probeRepetitions") },
      // the order of the base decides nothing but the hash: what is unchanged stays unchanged
      types: [
        ...base.probes.types.filter((type) => probed.includes(type)),
        ...probed.filter((type) => !base.probes.types.includes(type)),
      ],
    },
    arms: [
      ...base.arms.filter(({ manipulation }) => arms.includes(manipulation)),
      ...arms.filter((one) => base.arms.every(({ manipulation }) => manipulation !== one)).map(armOf),
    ],
  };
}

/** The declared values of a task. */
export function valuesOf({
  trialMs,
  cue,
  reward,
  trials,
  trainingType,
  mix,
  probes: probed,
}: Paradigm): ParameterValues {
  const [first, second] = cue.pulses;
  const [pulse] = reward.pulses;
  const percentOf = (type: TrialType) =>
    Number((100 * (mix ? mix[type] : type === trainingType ? 1 : 0)).toPrecision(12));
  return {
    ...{ cueOnset: cue.onset, cueDuration: cue.offset - cue.onset, trace: reward.time - cue.offset, trialMs },
    ...{ rewardMagnitude: pulse?.amplitude ?? 1, onsetInput: first?.amplitude ?? 0 },
    ...{ offsetInput: second?.amplitude ?? 0, pulseMs: first ? first.to - first.from + 1 : 1 },
    ...{ trials, shareCued: percentOf("cued"), shareUncued: percentOf("uncued") },
    ...{ shareOmission: percentOf("omission"), trainingType },
    ...{ probeEvery: probed.every, probeRepetitions: probed.repetitions },
    ...Object.fromEntries(trialTypes.map((type) => [probeKeys[type], probed.types.includes(type)])),
  };
}

/** Whether these declared values say all of a task's inputs: one written elsewhere may have others, which a form would lose. */
export function isDeclared(paradigm: Paradigm): boolean {
  const { cue, reward } = paradigmOf(paradigm, valuesOf(paradigm));
  const flat = (of: Pick<Paradigm, "cue" | "reward">) =>
    [...of.cue.pulses, ...of.reward.pulses].flatMap(({ from, to, amplitude }) => [from, to, amplitude]);
  const [ours, theirs] = [flat({ cue, reward }), flat(paradigm)];
  return ours.length === theirs.length && ours.every((value, index) => value === theirs[index]);
}
