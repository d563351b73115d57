/**
 * Dopamine as a function of a weight index: D(k) = 3 sum over i <= k of G(700, 125, 1000)_i, k = 1 .. 1000; a sigmoid with
 * D(500) = 0.41, D(700) = 1.57, D(1000) = 3.00 (Coddington, Lindo & Dudman 2023).
 */
import { gaussian, type GaussianForm } from "../../math/gaussian";

export type Sigmoid = (k: number) => number;

const tables = new Map<GaussianForm, Float64Array>();

/** D for this form of the Gaussian; indices are clipped to 1 .. 1000. */
export function sigmoid(form: GaussianForm): Sigmoid {
  let table = tables.get(form);
  if (!table) {
    let sum = 0;
    table = gaussian(700, 125, 1000, form).map((value) => 3 * (sum += value));
    tables.set(form, table);
  }
  const values = table;
  return (k) => values[Math.min(Math.max(k, 1), 1000) - 1];
}

/** Index of the change of policy over a pulse: 100 (y_after - y_before), rounded half away from zero. */
export const changeIndex = (before: number, after: number): number => {
  const change = 100 * (after - before);
  const rounded = change < 0 ? -Math.floor(0.5 - change) : Math.floor(change + 0.5);
  return Math.min(Math.max(rounded, 1), 1000);
};

/** Index of an input weight. */
export const weightIndex = (weight: number): number => Math.floor(99.9 * weight) + 1;
