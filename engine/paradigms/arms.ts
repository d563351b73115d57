import type { Manipulation } from "../declaration";
import type { Arm } from "./paradigm";

/** One arm for each manipulation there is, as paradigms call it unless they say otherwise. */
const catalogue: Readonly<Record<Manipulation, Omit<Arm, "manipulation">>> = {
  none: { key: "control", title: "Control", meaning: "Nothing is manipulated." },
  "stimulate-lick-minus": {
    key: "stimLick-",
    title: "stimLick-",
    meaning: "Dopamine is stimulated around reward on trials without preparatory licking.",
  },
  "stimulate-lick-plus": {
    key: "stimLick+",
    title: "stimLick+",
    meaning: "Dopamine is stimulated around reward on trials with preparatory licking.",
  },
  "stimulate-large": {
    key: "stimLarge",
    title: "Large stimulation",
    meaning: "Stimulation on lick+ trials far above the size of natural responses (not calibrated).",
  },
  "stimulate-calibrated": {
    key: "stimCalibrated",
    title: "Calibrated stimulation",
    meaning: "Stimulation of the size of a natural reward response, in place of reward.",
  },
  "phasic-knockout": {
    key: "knockout",
    title: "Phasic knockout",
    meaning: "Dopamine stays at its tonic level: no phasic responses.",
  },
  depletion: {
    key: "depletion",
    title: "Depletion",
    meaning: "Dopamine is depleted to a tenth of its tonic level.",
  },
};

export const manipulations = Object.keys(catalogue) as Manipulation[];

export const armOf = (manipulation: Manipulation): Arm => ({ ...catalogue[manipulation], manipulation });
