import type { PresetDeclaration } from "../../declaration";
import { valuesWith } from "../parameter-types";
import { parameters } from "./parameters";

const fair = {
  trigger: "lick",
  probabilityLickMinus: 0.6,
  probabilityLickPlus: 0.6,
  unstimulatedDecrement: 0,
};

const preset = (
  key: string,
  title: string,
  role: string,
  meaning: string,
  values = {},
): PresetDeclaration => ({
  key,
  title,
  role,
  meaning,
  values: valuesWith(parameters, values),
});

export const presets: readonly PresetDeclaration[] = [
  preset(
    "as-published",
    "As published",
    "learning-rate",
    "Section 6 of the published code, with every quirk: stimulation follows the sign of the error, and unstimulated trials lose 0.75 of their learning rate.",
  ),
  preset(
    "without-075",
    "Without the 0.75",
    "learning-rate",
    "As published, but unstimulated trials keep their learning rate.",
    { unstimulatedDecrement: 0 },
  ),
  preset(
    "only-075",
    "Only the 0.75",
    "learning-rate",
    "As published, but stimulation itself does nothing: what remains is the decrement of unstimulated trials.",
    { stimulationSetsBeta: false },
  ),
  preset(
    "lick-gated",
    "Lick-gated, as rate",
    "learning-rate",
    "The fair comparison: lick+ means a lick in the last 750 ms before reward, both arms stimulate 60 % of qualifying trials, and unstimulated trials are untouched.",
    fair,
  ),
  preset(
    "as-published-error",
    "Error overwritten, as published",
    "error-overwritten",
    "Codes 21 and 22 of the published code: stimulation sets both errors to 1 and leaves the learning rate alone.",
  ),
  preset(
    "lick-gated-error",
    "Lick-gated, as error",
    "error-overwritten",
    "The fair comparison with stimulation read as an error: same trials and probability as lick-gated, both errors set to 1.",
    fair,
  ),
  preset(
    "dopamine-is-error",
    "Dopamine is the error",
    "error",
    "The published variant DA = PE: the dopamine response itself is the error of every trial.",
  ),
  preset(
    "cue-stimulation",
    "Cue predicts stimulation",
    "learning-rate",
    "Section 2 of the published code, for the paradigm without reward: faster policy, both input weights from 0.",
    { etaJ: 0.002, initialRewardWeight: 0 },
  ),
];
