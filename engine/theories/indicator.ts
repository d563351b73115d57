/**
 * Predicted dopamine as a fluorescent indicator would show it. Kernels over 800 ms centred on an event, with
 * k_S = G(440, 20), k_I = G(440, 60):
 *
 *   sensory k_S;   movement k_E = 1.25 (3 k_S - w k_I),   inhibition k_O = -w k_I
 *   indicator z_t = exp(-1/500) (z_(t-1) + x_t / Z)
 *
 * w = 0.8 in trace conditioning, 0.9 where a cue predicts stimulation. Sample k of a kernel falls k - 401 ms after its
 * event, so responses peak 39 ms after it (Coddington, Lindo & Dudman 2023).
 */
import { exp } from "../math/exp";
import { gaussian, type GaussianForm } from "../math/gaussian";

const length = 800;
const center = 401;
const decay = exp(-1 / 500);

/** Trapezoid integral of exp(-k / 500), k = 1 .. 3000, preceded by zeros. */
const area = (() => {
  let sum = 0;
  for (let k = 1; k <= 3000; k += 1) sum += exp(-k / 500);
  return sum - 0.5 * exp(-3000 / 500);
})();

export interface Kernels {
  readonly sensory: Float64Array;
  readonly movement: Float64Array;
  readonly inhibition: Float64Array;
}

export function kernels(form: GaussianForm, inhibitionWeight: number): Kernels {
  const sensory = gaussian(440, 20, length, form);
  const slow = gaussian(440, 60, length, form);
  return {
    sensory,
    movement: sensory.map((value, k) => 1.25 * (3 * value - inhibitionWeight * slow[k])),
    inhibition: slow.map((value) => -inhibitionWeight * value),
  };
}

/** Adds `size` times a kernel at step `at` (1-based) to a trace, cropped to it. */
export function addImpulse(trace: Float64Array, kernel: Float64Array, at: number, size: number): void {
  const shift = at - center - 1;
  const from = Math.max(1, 1 - shift - 1);
  const to = Math.min(length, trace.length - shift - 1);
  for (let k = from; k <= to; k += 1) trace[k + shift] += size * kernel[k - 1];
}

/** The indicator's response to a trace. */
export function indicated(trace: Float64Array): Float64Array {
  const shown = new Float64Array(trace.length);
  let value = 0;
  for (let i = 0; i < trace.length; i += 1) {
    value = decay * (value + trace[i] / area);
    shown[i] = value;
  }
  return shown;
}
