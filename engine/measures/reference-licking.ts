/** The reference's own lick measures, from its probe blocks (Coddington, Lindo & Dudman 2023): names and definitions kept. */
import type { Paradigm } from "../paradigms/paradigm";
import { countLicks, firstLickAfter, meanOver } from "./licks";
import type { ProbeMeasure } from "./measure";

/** Licks with 500 < t < 1600 ms; lick times are whole milliseconds. */
export const anticipatoryLicks = (licks: readonly number[], { cue, reward }: Paradigm): number =>
  countLicks(licks, cue.offset - 100, reward.time - 1);

const beforeReward: ProbeMeasure["window"] = (paradigm) =>
  `${paradigm ? `${paradigm.cue.offset - 100} < t < ${paradigm.reward.time} ms from trial start: ` : ""}from 100 ms before cue offset to reward`;

const firstLick: ProbeMeasure["window"] = (paradigm) => {
  if (!paradigm)
    return "first lick after reward; without one, all the time from reward to the end of the trial";
  const { reward, trialMs } = paradigm;
  return `first lick with t > ${reward.time} ms, minus ${reward.time}; ${trialMs - reward.time} without one (reference)`;
};

export const ant: ProbeMeasure = {
  key: "ant",
  title: "Anticipatory licks",
  unit: "licks",
  window: beforeReward,
  source: "probe",
  types: ["cued"],
  meaning: "Licks between cue and reward in cued probes, mean over the repetitions of the plant.",
  shared: false,
  zeroLine: false,
  reads: "licks",
  compute: ({ licks }, paradigm) => meanOver(licks, (times) => anticipatoryLicks(times, paradigm)),
};

export const plck: ProbeMeasure = {
  key: "plck",
  title: "Probability of anticipatory licking",
  unit: "fraction",
  window: beforeReward,
  source: "probe",
  types: ["cued"],
  meaning: "Share of the cued probe repetitions with more than one anticipatory lick.",
  shared: false,
  zeroLine: false,
  reads: "licks",
  compute: ({ licks }, paradigm) =>
    meanOver(licks, (times) => (anticipatoryLicks(times, paradigm) > 1 ? 1 : 0)),
};

const latencyOf = ({ licks }: Parameters<ProbeMeasure["compute"]>[0], { reward, trialMs }: Paradigm) =>
  meanOver(licks, (times) => firstLickAfter(times, reward.time, trialMs - reward.time));

export const lat: ProbeMeasure = {
  key: "lat",
  title: "Latency of the first lick, cued probes",
  unit: "ms",
  window: firstLick,
  source: "probe",
  types: ["cued"],
  meaning:
    "Time from reward to the first lick in cued probes, mean over the repetitions; no lick counts as if it came at the end.",
  shared: false,
  zeroLine: false,
  reads: "licks",
  compute: latencyOf,
};

export const latUncued: ProbeMeasure = {
  ...lat,
  key: "latUncued",
  title: "Latency of the first lick, uncued probes",
  types: ["uncued"],
  meaning: "As in cued probes, for a reward that no cue announced.",
};

export const antOmission: ProbeMeasure = {
  ...ant,
  key: "antOmission",
  title: "Anticipatory licks, omission probes",
  types: ["omission"],
  meaning:
    "Licks between cue and the time of reward when none comes. The published omission probe cannot lick at all.",
};
