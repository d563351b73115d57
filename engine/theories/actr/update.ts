/**
 * The two updates of ACTR (Coddington, Lindo & Dudman 2023), reward weight first:
 *
 *   w <- w + (o_S + S - w) eta_w eps beta, within [0, S];   J <- J - clip(eta_J E PE gain, 0.01);   eta_w = tau_trans / 125
 *
 * Only weights that were non-zero at the start learn, and of the input weights only the output unit's.
 */

/** Largest change of a recurrent weight per trial. */
const largest = 0.01;

/** One step of an input weight. */
export function inputWeight(weight: number, saturation: number, offset: number, step: number): number {
  const moved = weight + (offset + saturation - weight) * step;
  return moved >= saturation ? saturation : moved < 0 ? 0 : moved;
}

export const inputRate = (tauTrans: number): number => tauTrans / 125;

/** J <- J + clip(scale E), in place; `scale` holds sign, rate, error and gain. */
export function recurrentWeights(
  weights: Float64Array,
  plastic: Float64Array,
  eligibility: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < weights.length; i += 1) {
    const change = scale * (eligibility[i] * plastic[i]);
    weights[i] += change > largest ? largest : change < -largest ? -largest : change;
  }
}
