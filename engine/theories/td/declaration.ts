import type { ManipulationRule, TheoryDeclaration } from "../../declaration";
import { valuesWith } from "../parameter-types";
import { parameters } from "./parameters";

const published = (rule: string): ManipulationRule => ({ rule, origin: "reference" });
const ours = (rule: string): ManipulationRule => ({ rule, origin: "extension" });

export const declaration: TheoryDeclaration = {
  key: "td",
  title: "TD(lambda)",
  summary:
    "A critic learns the value of every moment after a cue from the difference between what came and what was predicted. Dopamine is that difference; value drives licking.",
  citation: {
    text: "Sutton RS, Barto AG. Time-derivative models of Pavlovian reinforcement. In: Learning and Computational Neuroscience (1990). Critic as in Coddington, Lindo & Dudman (2023).",
    doi: "10.1038/s41586-022-05614-z",
  },
  equation:
    "\\delta_t = r_t + \\gamma v_{t+1} - v_t, \\quad e \\leftarrow \\gamma\\lambda e + \\alpha x_t, \\quad w \\leftarrow w + \\delta_t e",
  otherTypes:
    "On an omission trial the reward is 0; on an uncued trial no state has a value, so only the reward itself is an error.",
  roles: [
    {
      key: "error",
      dopamineRole: "error",
      title: "Dopamine is the TD error",
      equation: "\\delta_t = r_t + \\gamma v_{t+1} - v_t",
      meaning: "Dopamine is the difference between outcome and prediction; stimulation adds to it.",
      manipulations: {
        none: published("Nothing is changed."),
        "stimulate-calibrated": published("Stimulation in place of reward counts as one reward."),
        "stimulate-large": published(
          "In place of reward, stimulation counts as ten rewards. Beside reward, it adds largeDelta to the error of lick+ trials (extension).",
        ),
        "stimulate-lick-minus": ours(
          "A stimulated lick- trial has stimulationDelta added to its error at stimulationTime.",
        ),
        "stimulate-lick-plus": ours(
          "A stimulated lick+ trial has stimulationDelta added to its error at stimulationTime.",
        ),
        "phasic-knockout": ours("Errors are 0: nothing is learned."),
        depletion: ours("Errors are a tenth of what they would be."),
      },
      refused: "",
    },
  ],
  parameters,
  signals: [
    {
      key: "licksBeforeReward",
      title: "Licks before reward",
      unit: "licks",
      per: "trial",
      meaning: "Licks in the last 750 ms before reward; one makes a lick+ trial.",
    },
    {
      key: "valueBeforeReward",
      title: "Value before reward",
      unit: "rewards",
      per: "trial",
      meaning: "Value of the state that ends with reward, before this trial taught it.",
    },
    {
      key: "cueError",
      title: "Error at the cue",
      unit: "rewards",
      per: "trial",
      meaning: "TD error when the cue comes on: the value of the first state after it.",
    },
    {
      key: "rewardError",
      title: "Error at reward",
      unit: "rewards",
      per: "trial",
      meaning: "TD error when reward comes, with what stimulation at that time adds.",
    },
    {
      key: "dopamine",
      title: "Predicted dopamine",
      unit: "model units",
      per: "millisecond",
      meaning:
        "TD errors as an indicator with a decay of 500 ms would show them, each 40 ms after its state.",
      onTraining: "The errors of the training trial itself, with what its arm does to them.",
    },
    {
      key: "value",
      title: "Value",
      unit: "rewards",
      per: "millisecond",
      meaning: "Value of the current state.",
    },
  ],
  presets: [
    {
      key: "acting",
      title: "Acting",
      role: "error",
      meaning:
        "Value drives the lick plant, with a drive g frozen after one fit to ACTR's control arm. What it does in other arms is prediction.",
      values: valuesWith(parameters),
    },
    {
      key: "reference-critic",
      title: "Reference critic",
      role: "error",
      meaning:
        "The critic of the published code: 30 states of 100 ms, gamma = lambda = 1. It does not act, so licks do not apply.",
      values: valuesWith(parameters, {
        alpha: 0.0005,
        gamma: 1,
        lambda: 1,
        acts: false,
        alphaSpread: 0,
        gainSpread: 0,
        gammaSpread: 0,
      }),
    },
  ],
};
