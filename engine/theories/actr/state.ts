import type { Reader, Writer } from "../../bytes";
import type { InitialNetwork } from "./population";

/** What learning moves, and what it needs to know of the start. */
export interface ActrState {
  /** J, onto i from j at [50 j + i]. */
  readonly weights: Float64Array;
  /** 1 where J was non-zero at the start: only there it learns. */
  readonly plastic: Float64Array;
  /** Input weights of the 50 units; entry 0, the output unit's, is plastic. */
  readonly cueWeights: Float64Array;
  readonly rewardWeights: Float64Array;
  /** Running baseline of the performance error. */
  baseline: number;
}

export function stateOf(initial: InitialNetwork, cueWeight: number, rewardWeight: number): ActrState {
  const cueWeights = initial.cueWeights.slice();
  const rewardWeights = initial.rewardWeights.slice();
  cueWeights[0] = cueWeight;
  rewardWeights[0] = rewardWeight;
  const plastic = initial.weights.map((weight) => (weight === 0 ? 0 : 1));
  return { weights: initial.weights.slice(), plastic, cueWeights, rewardWeights, baseline: 0 };
}

export const copyState = (state: ActrState): ActrState => ({
  weights: state.weights.slice(),
  plastic: state.plastic,
  cueWeights: state.cueWeights.slice(),
  rewardWeights: state.rewardWeights.slice(),
  baseline: state.baseline,
});

export function saveState(state: ActrState, into: Writer): void {
  into.numbers(state.weights);
  into.numbers(state.plastic);
  into.numbers(state.cueWeights);
  into.numbers(state.rewardWeights);
  into.number(state.baseline);
}

export const restoreState = (from: Reader): ActrState => ({
  weights: from.numbers(),
  plastic: from.numbers(),
  cueWeights: from.numbers(),
  rewardWeights: from.numbers(),
  baseline: from.number(),
});
