/**
 * Rate network of N = 50 units, in steps of 1 ms (Sussillo & Abbott 2009; as in Coddington, Lindo & Dudman 2023):
 *
 *   x <- x + kappa (-x + J r + W u) + xi,   r <- tanh(x),   y = r_1,   kappa = 1 ms / tau
 *   s = d |d|, d = x - xbar,   xbar <- 0.33 xbar + 0.67 x
 *   eligibility at step n: E_ij = sum over t <= n of (1 - 1/500)^(n - t) s_i(t) r_j(t - 1)
 *
 * E is wanted at one step only, so s and r are kept and multiplied once. This file is the readable twin of the SIMD kernel
 * in rate-network.as.ts: the same operations in the same order, hence the same bits.
 */
import type { Perturbations } from "../noise/noise";
import { tanh } from "./tanh";

export const UNITS = 50;

export interface RateNetwork {
  /** J, column by column: weight from unit j onto unit i at [50 j + i]. The caller writes it. */
  readonly weights: Float64Array;
  /** Input weights of the 50 units. The caller writes them. */
  readonly cueWeights: Float64Array;
  readonly rewardWeights: Float64Array;
  /** y_t at [t - 1], for the steps run so far. */
  readonly outputs: Float64Array;
  /** Rests all units; the next step is `step` (1-based) and earlier outputs are 0. */
  rest(step: number): void;
  /** Runs to step `to`, inclusive; entry t - 1 of an input belongs to step t. */
  run(to: number, cue: Float64Array, reward: Float64Array): void;
  /** As `run`, with perturbations and with the history that eligibility needs. Start from `rest(1)`. */
  explore(to: number, cue: Float64Array, reward: Float64Array, perturbations: Perturbations): void;
  /** E at step `step` of the explored trial: onto i from j at [50 j + i]. Valid until the next call. */
  eligibility(step: number, decayMs: number): Float64Array;
  /** Marks this moment; `recall` returns to it. One mark at a time. */
  mark(): void;
  recall(): void;
  /** kappa, 1 ms / tau. */
  kappa: number;
}

/** A network in plain TypeScript for trials of at most `steps` steps. */
export function createTwin(steps: number): RateNetwork {
  return new Twin(steps);
}

class Twin implements RateNetwork {
  readonly weights = new Float64Array(UNITS * UNITS);
  readonly cueWeights = new Float64Array(UNITS);
  readonly rewardWeights = new Float64Array(UNITS);
  readonly outputs: Float64Array;
  kappa = 1 / 30;
  private readonly x = new Float64Array(UNITS);
  private readonly r = new Float64Array(UNITS);
  private readonly mean = new Float64Array(UNITS);
  private readonly drive = new Float64Array(UNITS);
  private readonly product = new Float64Array(UNITS * UNITS);
  /** Row t: s of step t, and r of step t - 1. */
  private readonly surprise: Float64Array;
  private readonly before: Float64Array;
  private step = 1;
  private cursor = 0;
  private marked = { x: new Float64Array(UNITS), r: new Float64Array(UNITS), step: 1 };

  constructor(steps: number) {
    this.outputs = new Float64Array(steps);
    this.surprise = new Float64Array((steps + 1) * UNITS);
    this.before = new Float64Array((steps + 1) * UNITS);
  }

  rest(step: number): void {
    this.x.fill(0);
    this.r.fill(0);
    this.mean.fill(0);
    this.outputs.fill(0, 0, step - 1);
    this.step = step;
    this.cursor = 0;
  }

  run(to: number, cue: Float64Array, reward: Float64Array): void {
    for (; this.step <= to; this.step += 1) {
      this.integrate(cue[this.step - 1], reward[this.step - 1]);
      this.respond();
    }
  }

  explore(
    to: number,
    cue: Float64Array,
    reward: Float64Array,
    { count, step, unit, size }: Perturbations,
  ): void {
    for (; this.step <= to; this.step += 1) {
      this.integrate(cue[this.step - 1], reward[this.step - 1]);
      for (; this.cursor < count && step[this.cursor] === this.step; this.cursor += 1)
        this.x[unit[this.cursor]] += size[this.cursor];
      const row = this.step * UNITS;
      for (let i = 0; i < UNITS; i += 1) {
        const d = this.x[i] - this.mean[i];
        this.surprise[row + i] = d * Math.abs(d);
        this.before[row + i] = this.r[i];
        this.mean[i] = 0.33 * this.mean[i] + 0.67 * this.x[i];
      }
      this.respond();
    }
  }

  eligibility(step: number, decayMs: number): Float64Array {
    const keep = 1 - 1 / decayMs;
    const product = this.product.fill(0);
    const weight = new Float64Array(step + 1);
    weight[step] = 1;
    for (let t = step - 1; t >= 1; t -= 1) weight[t] = weight[t + 1] * keep;
    for (let t = 1; t <= step; t += 1)
      for (let j = 0; j < UNITS; j += 1) {
        const r = this.before[t * UNITS + j];
        for (let i = 0; i < UNITS; i += 1)
          product[j * UNITS + i] += weight[t] * this.surprise[t * UNITS + i] * r;
      }
    return product;
  }

  mark(): void {
    this.marked.x.set(this.x);
    this.marked.r.set(this.r);
    this.marked.step = this.step;
  }

  recall(): void {
    this.x.set(this.marked.x);
    this.r.set(this.marked.r);
    this.step = this.marked.step;
  }

  /** x <- x + kappa ((J r - x) + W u). */
  private integrate(cue: number, reward: number): void {
    const { x, r, drive, weights, kappa } = this;
    drive.fill(0);
    for (let j = 0; j < UNITS; j += 1)
      for (let i = 0; i < UNITS; i += 1) drive[i] += weights[j * UNITS + i] * r[j];
    for (let i = 0; i < UNITS; i += 1) {
      const input = this.cueWeights[i] * cue + this.rewardWeights[i] * reward;
      x[i] += kappa * (drive[i] - x[i] + input);
    }
  }

  private respond(): void {
    for (let i = 0; i < UNITS; i += 1) this.r[i] = tanh(this.x[i]);
    this.outputs[this.step - 1] = this.r[0];
  }
}
