/**
 * g_k proportional to exp(-(k - mean)^2 / (2 spread)^2), k = 1 .. length, with unit trapezoid integral (Coddington, Lindo &
 * Dudman 2023). The published code squares (2 spread), so its standard deviation is sqrt(2) spread; `standard` divides by
 * 2 spread^2 as a normal density does.
 */
import { exp } from "./exp";

export type GaussianForm = "published" | "standard";

export function gaussian(mean: number, spread: number, length: number, form: GaussianForm): Float64Array {
  const scale = form === "published" ? 4 * spread * spread : 2 * spread * spread;
  const values = Float64Array.from({ length }, (_, i) => exp(-((i + 1 - mean) * (i + 1 - mean)) / scale));
  let area = -0.5 * (values[0] + values[length - 1]);
  for (const value of values) area += value;
  return values.map((value) => value / area);
}
