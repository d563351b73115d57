/** The value at place k (0-based) of the ascending order. Reorders `values` (Hoare's quickselect). */
export function orderStatistic(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i += 1;
      while (values[j] > pivot) j -= 1;
      if (i > j) break;
      const swap = values[i];
      values[i] = values[j];
      values[j] = swap;
      i += 1;
      j -= 1;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return values[k];
  }
  return values[k];
}

/**
 * Quantile at probability p of a sample, at place p (size + 1) with linear interpolation (type 6 of Hyndman & Fan 1996),
 * kept within the sample. Reorders `values`.
 */
export function quantile(values: Float64Array, p: number): number {
  const place = Math.min(Math.max(p * (values.length + 1) - 1, 0), values.length - 1);
  const below = Math.floor(place);
  const lower = orderStatistic(values, below);
  if (below === place) return lower;
  // everything after this place is at least as large, so the next in order is the least of it
  let next = values[below + 1];
  for (let i = below + 2; i < values.length; i += 1) if (values[i] < next) next = values[i];
  return lower + (place - below) * (next - lower);
}
