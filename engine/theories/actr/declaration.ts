import type { SignalDeclaration, TheoryDeclaration } from "../../declaration";
import { parameters } from "./parameters";
import { presets } from "./presets";
import { rules } from "./teaching";

const perTrial = (key: string, title: string, unit: string, meaning: string): SignalDeclaration => ({
  key,
  title,
  unit,
  meaning,
  per: "trial",
});

const signals: readonly SignalDeclaration[] = [
  perTrial(
    "licksBeforeReward",
    "Licks before reward",
    "licks",
    "Licks in the last 750 ms before reward; one makes a lick+ trial.",
  ),
  perTrial(
    "performanceError",
    "Performance error",
    "1",
    "Value of the trial's latency minus the policy just before reward.",
  ),
  perTrial(
    "policyBeforeReward",
    "Policy before reward",
    "1",
    "Output of the network one millisecond before reward.",
  ),
  perTrial(
    "predictionError",
    "Error of the policy",
    "1",
    "Performance error minus its running baseline: what teaches recurrent weights.",
  ),
  perTrial(
    "beta",
    "Dopamine, as learning rate",
    "1",
    "Gain of learning on this trial, after any manipulation.",
  ),
  perTrial(
    "errorReward",
    "Error of the reward weight",
    "1",
    "What teaches the reward weight, after any manipulation.",
  ),
  perTrial(
    "errorCue",
    "Error of the cue weight",
    "1",
    "What teaches the cue weight, after any manipulation.",
  ),
  perTrial(
    "baseline",
    "Baseline of the error",
    "1",
    "Running mean of the performance error after this trial.",
  ),
  perTrial("cueWeight", "Cue weight", "1", "Input weight of the cue onto the output unit after this trial."),
  perTrial(
    "rewardWeight",
    "Reward weight",
    "1",
    "Input weight of reward onto the output unit after this trial.",
  ),
  {
    key: "dopamine",
    title: "Predicted dopamine",
    unit: "model units",
    per: "millisecond",
    meaning: "Sensory and movement responses as an indicator with a decay of 500 ms would show them.",
    onTraining:
      "The published code predicts dopamine for probes; a training trial has it here by the same rule, from its own output and its own licking bouts. What an arm does to dopamine is not in it. Without reward, training trials of the published code have no bouts, hence no such trace.",
  },
  {
    key: "policy",
    title: "Policy",
    unit: "1",
    per: "millisecond",
    meaning: "Output of the recurrent network.",
  },
];

export const declaration: TheoryDeclaration = {
  key: "actr",
  title: "ACTR",
  summary:
    "A recurrent network learns when to lick from its own performance errors. Dopamine sets how much a trial teaches; in the other two roles it is, or overwrites, the error.",
  citation: {
    text: "Coddington LT, Lindo SE, Dudman JT. Mesolimbic dopamine adapts the rate of learning from action. Nature 614, 294-302 (2023).",
    doi: "10.1038/s41586-022-05614-z",
  },
  equation:
    "\\Delta J = -\\eta_J\\,E\\,\\mathrm{PE}\\,\\beta, \\quad \\Delta w = (0.1 + S - w)\\,\\eta_w\\,\\varepsilon\\,\\beta, \\quad \\beta = 1 + D(k_1) + D(k_2)",
  otherTypes:
    "The published code trains on cued trials only. On an omission trial no reward is collected, so latency is the rest of the trial; dopamine lacks the part of the reward weight, which does not learn. On an uncued trial the cue weight does not learn. Licking follows one rule on every type.",
  roles: [
    {
      key: "learning-rate",
      dopamineRole: "learning rate",
      title: "Dopamine is the learning rate",
      equation:
        "\\Delta w = (0.1 + S - w)\\,\\eta_w\\,\\varepsilon\\,\\beta, \\quad \\beta = 1 + D(k_1) + D(k_2)",
      meaning: "As published: dopamine scales what a trial teaches, and stimulation sets that scale.",
      manipulations: rules["learning-rate"],
      refused: "",
    },
    {
      key: "error-overwritten",
      dopamineRole: "error",
      title: "Stimulation overwrites the error",
      equation: "\\varepsilon_r = \\varepsilon_c = 1 \\text{ on stimulated trials}",
      meaning:
        "The published control: the same animal, but stimulation is read as an error instead of a rate.",
      manipulations: rules["error-overwritten"],
      refused:
        "The published code has errors overwritten on lick+ and lick- trials only; large stimulation, knockout and depletion change the learning rate, which dopamine is not here.",
    },
    {
      key: "error",
      dopamineRole: "error",
      title: "Dopamine is the error",
      equation:
        "\\varepsilon_r = D(k_1) + D(k_2), \\quad \\varepsilon_c = 0.33\\,\\varepsilon_r, \\quad \\Delta w = (S - w)\\,\\eta_w\\,\\varepsilon",
      meaning:
        "The published variant DA = PE: the size of the dopamine response replaces the performance error.",
      manipulations: rules.error,
      refused:
        "The published variant has no such arm, and with dopamine as a positive error there is no learning rate that the manipulation could change.",
    },
  ],
  parameters,
  signals,
  presets,
};
