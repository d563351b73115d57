/** A TD agent of its own: alpha (1 + s_a (tau_trans - 1)), g U(1 - s_g, 1 + s_g), gamma + U(-s_c, s_c), at most 1. */
import { keyedNoise } from "../../noise/keyed";
import type { Subject } from "../../run-spec";
import type { CriticRates } from "./critic";
import type { TdValues } from "./parameters";

export interface Agent extends CriticRates {
  readonly gain: number;
}

/** The same subject is the same agent in every arm, preset and repetition. */
export function agentOf({ population, rank, tauTrans }: Subject, values: TdValues): Agent {
  const draws = keyedNoise({ seed: 0, population, rank, repetition: 0 }).stream(0, "subject", 1);
  const symmetric = () => 2 * draws.next() - 1;
  const gain = values.gain * (1 + values.gainSpread * symmetric());
  const gamma = Math.min(1, Math.max(0, values.gamma + values.gammaSpread * symmetric()));
  const alpha = values.alpha * (1 + values.alphaSpread * (tauTrans - 1));
  return { alpha: Math.max(0, alpha), gamma, lambda: values.lambda, gain };
}
