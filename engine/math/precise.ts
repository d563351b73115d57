/**
 * exp, tanh and log to 200 binary places in integer arithmetic: what the fast functions are tested against. Series of the
 * exponential after halving its argument; log by Newton's method. Arguments are doubles, taken as they are.
 */
const places = BigInt(200);
const one = BigInt(1) << places;
const zero = BigInt(0);
const two = BigInt(2);

/** A double as an exact multiple of 2^-200 (smaller parts of tiny doubles are cut off). */
export function fixed(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> BigInt(52)) & BigInt(2047));
  const fraction =
    (bits & ((BigInt(1) << BigInt(52)) - BigInt(1))) | (exponent > 0 ? BigInt(1) << BigInt(52) : zero);
  const shift = places + BigInt(Math.max(exponent, 1) - 1075);
  const size = shift >= zero ? fraction << shift : fraction >> -shift;
  return x < 0 ? -size : size;
}

const times = (a: bigint, b: bigint) => (a * b) >> places;
const over = (a: bigint, b: bigint) => (a << places) / b;

export function preciseExp(x: bigint): bigint {
  const halvings = 12;
  const small = x >> BigInt(halvings);
  let term = one;
  let sum = one;
  for (let n = 1; term !== zero && n < 80; n += 1) {
    term = times(term, small) / BigInt(n);
    sum += term;
  }
  for (let i = 0; i < halvings; i += 1) sum = times(sum, sum);
  return sum;
}

export function preciseTanh(x: bigint): bigint {
  const e = preciseExp(two * x);
  return over(e - one, e + one);
}

/** `guess` is a double near log(x). */
export function preciseLog(x: bigint, guess: number): bigint {
  let y = fixed(guess);
  for (let i = 0; i < 4; i += 1) y += over(x, preciseExp(y)) - one;
  return y;
}

/** Distance of a double from a precise value, in units in the last place of the double. */
export function ulps(value: number, precise: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  view.setBigUint64(0, view.getBigUint64(0) + BigInt(1));
  const unit = fixed(view.getFloat64(0)) - fixed(Math.abs(value));
  const difference = fixed(value) - precise;
  const size = difference < zero ? -difference : difference;
  return Number((size * BigInt(1000)) / unit) / 1000;
}
