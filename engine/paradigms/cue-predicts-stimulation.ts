import type { Paradigm } from "./paradigm";

/**
 * A cue followed by dopamine stimulation and never by reward: can stimulation alone teach a cue? Timing and the 161 probe
 * blocks follow Coddington, Lindo & Dudman (2023); "reward time" is kept as the time at which reward would have come.
 */
export const cuePredictsStimulation: Paradigm = {
  key: "cue-predicts-stimulation",
  title: "Cue predicts stimulation",
  meaning: "A cue of 0.5 s is followed by stimulation of dopamine neurons in place of a reward.",
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
  trainingType: "omission",
  trials: 800,
  probes: { every: 5, repetitions: 10, types: ["cued", "omission", "uncued"] },
  arms: [
    { key: "control", title: "No stimulation", meaning: "The cue predicts nothing.", manipulation: "none" },
    {
      key: "stimCalibrated",
      title: "Calibrated stimulation",
      meaning: "Stimulation of the size of a natural reward response.",
      manipulation: "stimulate-calibrated",
    },
    {
      key: "stimLarge",
      title: "Large stimulation",
      meaning: "Stimulation far above the size of natural responses (not calibrated).",
      manipulation: "stimulate-large",
    },
  ],
};
