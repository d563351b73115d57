import { armOf } from "./arms";
import type { Paradigm } from "./paradigm";

/**
 * Trace conditioning of head-fixed mice: 0.5 s cue, 1 s trace, reward. Times follow Coddington, Lindo & Dudman (2023),
 * whose simulated inputs are pulses of 11 ms at cue onset (0.7), cue offset (0.3) and reward delivery (1).
 */
export const traceConditioning: Paradigm = {
  key: "trace-conditioning",
  title: "Trace conditioning",
  meaning:
    "A cue of 0.5 s, a silent second, then water. Mice learn to lick before the water comes and to collect it sooner.",
  citation: "Coddington, Lindo & Dudman, Nature 2023, doi:10.1038/s41586-022-05614-z",
  trialMs: 3000,
  cue: {
    onset: 100,
    offset: 600,
    pulses: [
      { from: 100, to: 110, amplitude: 0.7 },
      { from: 600, to: 610, amplitude: 0.3 },
    ],
  },
  reward: { time: 1600, pulses: [{ from: 1600, to: 1610, amplitude: 1 }] },
  trainingType: "cued",
  trials: 800,
  probes: { every: 5, repetitions: 10, types: ["cued", "omission", "uncued"] },
  arms: (
    [
      "none",
      "stimulate-lick-minus",
      "stimulate-lick-plus",
      "stimulate-large",
      "phasic-knockout",
      "depletion",
    ] as const
  ).map(armOf),
};
