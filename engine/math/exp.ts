/**
 * exp(x) = 2^k (1 + 2 f / (2 - c)), f = x - k ln 2, c = f - f^2 P(f^2): the method of FreeBSD's e_exp.c (Sun Microsystems,
 * 1993), whose coefficients these are. Own code because Math.exp may differ between machines. Error below 1 ulp.
 */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;
export const INVERSE_LN2 = 1.442695040888963387;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/** 2^k for -1074 <= k <= 1023, exactly. */
const powers = powersOfTwo();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(1074 + 1024);
  let value = 1;
  for (let k = 0; k <= 1023; k += 1, value *= 2) table[1074 + k] = value;
  value = 1;
  for (let k = 0; k >= -1074; k -= 1, value /= 2) table[1074 + k] = value;
  return table;
}

/** e^x for any x; 0 below -745.13, infinity above 709.78, NaN for NaN. */
export function exp(x: number): number {
  if (!(x > -745.1332191019412)) return x === x ? 0 : NaN;
  if (x > 709.782712893384) return Infinity;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const f = high - low;
  const t = f * f;
  const c = f - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - (low - (f * c) / (2 - c) - high);
  return k > -1022
    ? y * powers[1074 + k - (k === 1024 ? 1 : 0)] * (k === 1024 ? 2 : 1)
    : y * powers[1074 + k + 100] * powers[1074 - 100];
}
