import type { Setting } from "./theory";

/**
 * Why an order of trials, or of stimulation, cannot be imposed on any theory in this setting; null when it can. A paradigm
 * that is about a cue without reward has one kind of trial, and its stimulation stands for the reward of every trial.
 */
export function whyNotImposed({ paradigm, trainingTypes, imposed, manipulation }: Setting): string | null {
  if (paradigm.trainingType !== "omission") return null;
  const other = trainingTypes.find((type) => type !== "omission");
  if (other) return `${paradigm.title} never brings reward, so it has no ${other} training trials.`;
  return imposed !== "nothing" && manipulation.startsWith("stimulate-")
    ? `${paradigm.title} stimulates every trial of this arm in place of reward, so an animal's stimulation cannot be imposed.`
    : null;
}
