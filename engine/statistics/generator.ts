/**
 * xoshiro128** (Blackman & Vigna 2021, doi 10.1145/3460772), its state filled by splitmix32 from one seed. Statistics has
 * a generator of its own, so that an interval never depends on how many numbers a simulation drew.
 */
const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));

export interface Generator {
  /** A whole number in [0, 2^32). */
  bits(): number;
  /** A whole number in [0, n), each equally likely: draws beyond the last whole multiple of n are drawn again. */
  below(n: number): number;
}

export function generatorFromState(state: readonly [number, number, number, number]): Generator {
  const s = Int32Array.from(state);
  const bits = () => {
    const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11);
    return result;
  };
  return {
    bits,
    below(n) {
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % n);
      let draw = bits();
      while (draw >= limit) draw = bits();
      return draw % n;
    },
  };
}

export function generator(seed: number): Generator {
  let counter = seed | 0;
  const next = () => {
    counter = (counter + 0x9e3779b9) | 0;
    let z = counter;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  return generatorFromState([next(), next(), next(), next()]);
}
