import type { ParameterValues } from "./declaration";
import type { History } from "./history";
import type { Paradigm } from "./paradigms/paradigm";

/** One simulated animal: which initial network (or agent) and its rate multiplier. The replicate of every statistic. */
export interface Subject {
  /** Seed of the population of 500 initial networks. */
  readonly population: number;
  /** Rank by initial error within the population, 1 (best) to 500. */
  readonly rank: number;
  /** tau_trans: multiplier of the input-weight learning rate (a rate multiplier, not a time). */
  readonly tauTrans: number;
}

/**
 * Everything that determines a run's numbers, and nothing else but where a history is from: equal specs on one engine
 * version give equal bits.
 */
export interface RunSpec {
  readonly theory: string;
  readonly role: string;
  /** Complete: every declared parameter has its value. */
  readonly parameters: ParameterValues;
  readonly paradigm: Paradigm;
  readonly arm: string;
  readonly subject: Subject;
  /** Same subject, other noise. Averaged before N is counted. */
  readonly repetition: number;
  readonly seed: number;
  /** Replaces the paradigm's own order of trials; at least as long as its number of them. */
  readonly history?: History;
}
