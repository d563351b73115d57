/** Comparison with golden numbers: 1e-9 absolute, 1e-7 for values of order 500; NaN and infinities on their own. */
import { expect } from "vitest";

const tolerance = (value: number) => (Math.abs(value) >= 100 ? 1e-7 : 1e-9);

export function close(actual: number, golden: number, what: string): void {
  if (!Number.isFinite(golden) || !Number.isFinite(actual)) return expect(actual, what).toBe(golden);
  const difference = Math.abs(actual - golden);
  expect(difference, `${what}: ${actual} instead of ${golden}`).toBeLessThanOrEqual(tolerance(golden));
}

export function closeAll(actual: ArrayLike<number>, golden: ArrayLike<number>, what: string): void {
  expect(actual.length, `${what}: length`).toBe(golden.length);
  let worst = 0;
  for (let i = 1; i < golden.length; i += 1)
    if (!(Math.abs(actual[i] - golden[i]) <= Math.abs(actual[worst] - golden[worst]))) worst = i;
  if (golden.length > 0) close(actual[worst], golden[worst], `${what}[${worst}]`);
}

/** Values at 1-based positions, as `{"99": value}`. */
export function closeAt(actual: ArrayLike<number>, golden: Record<string, number>, what: string): void {
  for (const [position, value] of Object.entries(golden))
    close(actual[Number(position) - 1], value, `${what} at ${position}`);
}

interface Summary {
  sum: number;
  max: number;
  min: number;
  fro?: number;
  median_abs?: number;
  argmax_1based?: number;
  argmin_1based?: number;
  entries_ij_1based?: Record<string, number>;
  row1?: number[];
}

/** A matrix (onto i from j at [50 j + i]) or a trace against its summary. */
export function summarised(values: Float64Array, golden: Summary, what: string): void {
  const found: Record<string, number> = {
    sum: values.reduce((total, value) => total + value, 0),
    max: values.reduce((most, value) => Math.max(most, value), -Infinity),
    min: values.reduce((least, value) => Math.min(least, value), Infinity),
    fro: Math.sqrt(values.reduce((total, value) => total + value * value, 0)),
    median_abs: median(values.map(Math.abs)),
  };
  for (const key of ["sum", "max", "min", "fro", "median_abs"] as const)
    if (golden[key] !== undefined) close(found[key], golden[key], `${what} ${key}`);
  if (golden.argmax_1based !== undefined)
    expect(values.indexOf(found.max) + 1, `${what} argmax`).toBe(golden.argmax_1based);
  if (golden.argmin_1based !== undefined)
    expect(values.indexOf(found.min) + 1, `${what} argmin`).toBe(golden.argmin_1based);
  for (const [place, value] of Object.entries(golden.entries_ij_1based ?? {})) {
    const [i, j] = place.split(",").map(Number);
    close(values[(j - 1) * 50 + i - 1], value, `${what} (${place})`);
  }
  golden.row1?.forEach((value, j) => close(values[j * 50], value, `${what} row 1, column ${j + 1}`));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}
