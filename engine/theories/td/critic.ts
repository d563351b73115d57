/**
 * TD(lambda) with a complete serial compound (Sutton & Barto 1990; as in the code of Coddington, Lindo & Dudman 2023).
 * A trial has states t = 1 .. n of equal length; those after the cue's state have one weight each, v_t = w_t, others 0.
 *
 *   delta_t = r_t + gamma v_(t+1) - v_t,   e <- gamma lambda e + alpha x_t,   w <- w + delta_t e,   t = 1 .. n - 1
 *
 * Values use the weights as they are when their step comes. Time within a trial in states, values in units of reward.
 */

export interface CriticRates {
  /** Per state. */
  readonly alpha: number;
  readonly gamma: number;
  readonly lambda: number;
}

/** What one trial brings: the first state with a weight (none: Infinity), reward and added error by state (1-based). */
export interface Episode {
  readonly firstState: number;
  readonly rewardState: number;
  readonly reward: number;
  readonly addedState: number;
  readonly added: number;
  /** Scales every error before it teaches: 1, or less where dopamine is depleted. */
  readonly errorGain: number;
}

/** State of a time in ms from trial start: state t covers ((t - 1) length, t length]. */
export const stateAt = (ms: number, length: number): number => Math.ceil(ms / length);

/** Errors delta_t at [t - 1] of one trial; `weights` (w_t at [t - 1]) learn in place unless `alpha` is 0. */
export function episode(weights: Float64Array, rates: CriticRates, trial: Episode): Float64Array {
  const { gamma, lambda, alpha } = rates;
  const states = weights.length;
  const errors = new Float64Array(states);
  const eligible = new Float64Array(states);
  const value = (state: number) => (state >= trial.firstState ? weights[state - 1] : 0);
  for (let t = 1; t < states; t += 1) {
    const reward = t === trial.rewardState ? trial.reward : 0;
    const added = t === trial.addedState ? trial.added : 0;
    const error = reward + gamma * value(t + 1) - value(t) + added;
    errors[t - 1] = error * trial.errorGain;
    if (alpha === 0) continue;
    for (let i = 0; i < states; i += 1) eligible[i] *= gamma * lambda;
    if (t >= trial.firstState) eligible[t - 1] += alpha;
    for (let i = 0; i < states; i += 1) weights[i] += errors[t - 1] * eligible[i];
  }
  return errors;
}
