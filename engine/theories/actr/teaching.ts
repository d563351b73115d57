/**
 * What dopamine does to the learning of one trial: the table role x manipulation. Unmanipulated,
 *
 *   beta = 1 + D(k_1) + D(k_2),   eps_c = 0.5 eps_r   (dopamine is the learning rate, Coddington, Lindo & Dudman 2023)
 *   eps_r = D(k_1) + D(k_2),      eps_c = 0.33 eps_r  (dopamine is the error; beta plays no part)
 */
import type { Manipulation, ManipulationRule, ParameterValues } from "../../declaration";
import type { ValuesOf } from "../parameter-types";
import type { Stimulation } from "../theory";
import type { parameters } from "./parameters";

export type ActrValues = ValuesOf<typeof parameters>;
export type ActrRole = "learning-rate" | "error-overwritten" | "error";

export interface Teaching {
  readonly beta: number;
  readonly errorReward: number;
  readonly errorCue: number;
}

/** Before any manipulation. `dopamine` is D(k_1) + D(k_2), `performance` the performance error. */
export function natural(role: ActrRole, dopamine: number, performance: number): Teaching {
  return role === "error"
    ? { beta: 1 + dopamine, errorReward: dopamine, errorCue: 0.33 * dopamine }
    : { beta: 1 + dopamine, errorReward: performance, errorCue: 0.5 * performance };
}

/** After the manipulation of the arm. */
export function manipulated(
  role: ActrRole,
  manipulation: Manipulation,
  values: ActrValues,
  teaching: Teaching,
  stimulated: boolean,
): Teaching {
  switch (manipulation) {
    case "phasic-knockout":
      return { ...teaching, beta: 1 };
    case "depletion":
      return { ...teaching, beta: 0.1 };
    case "stimulate-large":
      return stimulated
        ? {
            beta: values.betaLarge,
            errorReward: values.errorStimulated,
            errorCue: 0.5 * values.errorStimulated,
          }
        : teaching;
    case "stimulate-lick-minus":
    case "stimulate-lick-plus":
      return role === "learning-rate"
        ? { ...teaching, beta: rate(values, teaching.beta, stimulated) }
        : stimulated
          ? { ...teaching, errorReward: values.errorStimulated, errorCue: values.errorStimulated }
          : teaching;
    default:
      return teaching;
  }
}

function rate(values: ActrValues, beta: number, stimulated: boolean): number {
  if (!stimulated) return beta - values.unstimulatedDecrement;
  return values.stimulationSetsBeta ? values.betaStimulated : beta;
}

/** Which trials an arm stimulates. Large stimulation is given on lick+ trials, as published. */
export function stimulationOf(manipulation: Manipulation, values: ActrValues): Stimulation | null {
  if (!manipulation.startsWith("stimulate-lick") && manipulation !== "stimulate-large") return null;
  const minus = manipulation === "stimulate-lick-minus";
  const probability = minus ? values.probabilityLickMinus : values.probabilityLickPlus;
  return values.trigger === "lick"
    ? { signal: "licksBeforeReward", when: minus ? "below" : "above", threshold: 0.5, probability }
    : { signal: "performanceError", when: minus ? "above" : "below", threshold: 0, probability };
}

type Table = Partial<Record<Manipulation, ManipulationRule>>;
const published = (rule: string): ManipulationRule => ({ rule, origin: "reference" });
const ours = (rule: string): ManipulationRule => ({ rule, origin: "extension" });

/** The same table in words, for people. */
export const rules: Record<ActrRole, Table> = {
  "learning-rate": {
    none: published("Nothing is changed."),
    "stimulate-lick-minus": published(
      "A stimulated lick- trial learns with beta_s = 4; every other trial loses the decrement from its beta.",
    ),
    "stimulate-lick-plus": published(
      "A stimulated lick+ trial learns with beta_s = 4; every other trial loses the decrement from its beta.",
    ),
    "stimulate-large": published(
      "A stimulated lick+ trial learns with beta = 12, and with errors of 1 (reward) and 0.5 (cue).",
    ),
    "stimulate-calibrated": published(
      "Where a cue predicts stimulation: the gain of learning is 4 instead of 1.",
    ),
    "phasic-knockout": published("beta = 1 on every trial."),
    depletion: published("beta = 0.1 on every trial."),
  },
  "error-overwritten": {
    none: published("Nothing is changed."),
    "stimulate-lick-minus": published("On a stimulated lick- trial both errors become 1; beta is its own."),
    "stimulate-lick-plus": published("On a stimulated lick+ trial both errors become 1; beta is its own."),
  },
  error: {
    none: published(
      "Errors are D(k_1) + D(k_2) for reward and a third of it for the cue; beta plays no part.",
    ),
    "stimulate-lick-minus": ours(
      "On a stimulated lick- trial both errors become 1, as where stimulation overwrites them.",
    ),
    "stimulate-lick-plus": ours(
      "On a stimulated lick+ trial both errors become 1, as where stimulation overwrites them.",
    ),
  },
};

export const actrValues = (values: ParameterValues): ActrValues => values as unknown as ActrValues;
