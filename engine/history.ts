/**
 * What a real animal met, trial by trial. A subject that is given a history meets the same trials in the same order, and
 * where the recording says which were stimulated, exactly those: behaviour of its own no longer decides.
 */
import type { TrialType } from "./paradigms/paradigm";

export interface History {
  /** Where it comes from: hash of the dataset version, and the animal. */
  readonly source: string;
  readonly trialTypes: readonly TrialType[];
  /**
   * Whether each trial was stimulated, as long as `trialTypes`. Null, of one trial or altogether, where the recording does
   * not say: the arm's own trigger decides. Only arms that stimulate heed it.
   */
  readonly stimulated: readonly (boolean | null)[] | null;
}

/** How much of the stimulation a history decides. */
export type Imposed = "nothing" | "some trials" | "every trial";

export function imposedBy({ stimulated }: History, trials: number): Imposed {
  const known = stimulated?.slice(0, trials).filter((flag) => flag !== null).length ?? 0;
  if (known === 0) return "nothing";
  return known < trials ? "some trials" : "every trial";
}
