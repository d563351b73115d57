/**
 * Is this trial stimulated? Qualifies when a declared signal lies above (or below) a threshold; a qualifying trial is then
 * stimulated with a probability. The uniform is drawn only for a trial that qualifies and whose probability is below 1,
 * as in the code of Coddington, Lindo & Dudman (2023).
 */
import type { Noise } from "./noise/noise";
import type { Act, Stimulation } from "./theories/theory";

export function isStimulated(rule: Stimulation, act: Act, noise: Noise, trial: number): boolean {
  const value = act.signals[rule.signal];
  const qualifies = rule.when === "above" ? value > rule.threshold : value < rule.threshold;
  if (!qualifies) return false;
  return rule.probability >= 1 || noise.stream(trial, "stimulation").next() < rule.probability;
}
