import { generator } from "./generator";

/** Enough that the ends of a 95 % interval move by about 2 % of its width from seed to seed. */
export const resampleCount = 2000;

const seed = 20_231_207;
const kept = new Map<number, Uint16Array>();

/**
 * Which subjects each resample holds: `resampleCount` rows of n indices in [0, n), drawn with replacement. They depend on
 * n alone, so an interval does not change when other groups come and go.
 */
export function resamples(n: number): Uint16Array {
  let indices = kept.get(n);
  if (!indices) {
    const { below } = generator(seed + n);
    indices = Uint16Array.from({ length: resampleCount * n }, () => below(n));
    kept.set(n, indices);
  }
  return indices;
}
