/**
 * SIMD kernel of the rate network (AssemblyScript, two doubles per vector, no relaxed SIMD). Equations, citation and
 * units stand in its readable twin, rate-network.ts: the same operations in the same order, hence the same bits.
 * Fixed places come first in memory, then what depends on the length of a trial. All matrices are column by column.
 */

const N: usize = 50;
const ROW: usize = N * 8;

/** Fixed places (bytes). */
const WEIGHTS: usize = 1024;
const CUE_WEIGHTS: usize = WEIGHTS + N * ROW;
const REWARD_WEIGHTS: usize = CUE_WEIGHTS + ROW;
const X: usize = REWARD_WEIGHTS + ROW;
const R: usize = X + ROW;
const MEAN: usize = R + ROW;
const DRIVE: usize = MEAN + ROW;
const PRODUCT: usize = DRIVE + ROW;
/** Rows of history multiplied at a time, so that they stay in the first-level cache. */
const BLOCK: i32 = 32;
const SCALED: usize = PRODUCT + N * ROW;
/** Numbers of tanh, each twice: see placeConstants. */
const CONSTANTS: usize = SCALED + <usize>BLOCK * ROW;
const VARIABLE: usize = CONSTANTS + 512;

let outputs: usize = 0;
let cue: usize = 0;
let reward: usize = 0;
let decay: usize = 0;
let surprise: usize = 0;
let before: usize = 0;
/** Perturbations as records of 16 bytes: step (i32), unit (i32), size (f64). */
let kicks: usize = 0;

/** Lays out memory for trials of `steps` steps and `capacity` perturbations. */
export function configure(steps: i32, capacity: i32): void {
  const column: usize = (<usize>steps + 1) * 8;
  outputs = VARIABLE;
  cue = outputs + column;
  reward = cue + column;
  decay = reward + column;
  kicks = (decay + column + 15) & ~15;
  surprise = kicks + <usize>capacity * 16;
  before = surprise + (<usize>steps + 1) * ROW;
  const pages = <i32>((before + (<usize>steps + 1) * ROW + 65535) >> 16);
  if (memory.size() < pages) memory.grow(pages - memory.size());
  placeConstants();
}

export function weightsAt(): usize {
  return WEIGHTS;
}
export function cueWeightsAt(): usize {
  return CUE_WEIGHTS;
}
export function rewardWeightsAt(): usize {
  return REWARD_WEIGHTS;
}
export function xAt(): usize {
  return X;
}
export function rAt(): usize {
  return R;
}
export function meanAt(): usize {
  return MEAN;
}
export function productAt(): usize {
  return PRODUCT;
}
export function outputsAt(): usize {
  return outputs;
}
export function cueAt(): usize {
  return cue;
}
export function rewardAt(): usize {
  return reward;
}
export function kicksAt(): usize {
  return kicks;
}

/** Steps `from` to `to` without perturbation or history. */
export function run(from: i32, to: i32, kappa: f64): void {
  for (let t = from; t <= to; t++) {
    project();
    integrate(t, kappa);
    respond(t);
  }
}

/** Steps `from` to `to` with perturbations from number `cursor` of `count`; returns the next perturbation's number. */
export function explore(from: i32, to: i32, kappa: f64, cursor: i32, count: i32): i32 {
  for (let t = from; t <= to; t++) {
    project();
    integrate(t, kappa);
    for (; cursor < count; cursor++) {
      const record = kicks + <usize>cursor * 16;
      if (load<i32>(record) != t) break;
      const place = X + <usize>load<i32>(record, 4) * 8;
      store<f64>(place, load<f64>(place) + load<f64>(record, 8));
    }
    remember(<usize>t * ROW);
    respond(t);
  }
  return cursor;
}

function madd(sum: v128, place: usize, r: v128): v128 {
  return f64x2.add(sum, f64x2.mul(v128.load(place), r));
}

/** DRIVE = J r: 26 rows, then 24, each column in order. */
function project(): void {
  let a0 = f64x2.splat(0);
  let a1 = a0,
    a2 = a0,
    a3 = a0,
    a4 = a0,
    a5 = a0,
    a6 = a0,
    a7 = a0,
    a8 = a0,
    a9 = a0,
    a10 = a0,
    a11 = a0,
    a12 = a0;
  let place: usize = WEIGHTS;
  for (let j: usize = R; j < R + ROW; j += 8) {
    const r = v128.load64_splat(j);
    a0 = madd(a0, place, r);
    a1 = madd(a1, place + 16, r);
    a2 = madd(a2, place + 32, r);
    a3 = madd(a3, place + 48, r);
    a4 = madd(a4, place + 64, r);
    a5 = madd(a5, place + 80, r);
    a6 = madd(a6, place + 96, r);
    a7 = madd(a7, place + 112, r);
    a8 = madd(a8, place + 128, r);
    a9 = madd(a9, place + 144, r);
    a10 = madd(a10, place + 160, r);
    a11 = madd(a11, place + 176, r);
    a12 = madd(a12, place + 192, r);
    place += ROW;
  }
  v128.store(DRIVE, a0);
  v128.store(DRIVE + 16, a1);
  v128.store(DRIVE + 32, a2);
  v128.store(DRIVE + 48, a3);
  v128.store(DRIVE + 64, a4);
  v128.store(DRIVE + 80, a5);
  v128.store(DRIVE + 96, a6);
  v128.store(DRIVE + 112, a7);
  v128.store(DRIVE + 128, a8);
  v128.store(DRIVE + 144, a9);
  v128.store(DRIVE + 160, a10);
  v128.store(DRIVE + 176, a11);
  v128.store(DRIVE + 192, a12);
  a0 = f64x2.splat(0);
  a1 = a0;
  a2 = a0;
  a3 = a0;
  a4 = a0;
  a5 = a0;
  a6 = a0;
  a7 = a0;
  a8 = a0;
  a9 = a0;
  a10 = a0;
  a11 = a0;
  place = WEIGHTS + 208;
  for (let j: usize = R; j < R + ROW; j += 8) {
    const r = v128.load64_splat(j);
    a0 = madd(a0, place, r);
    a1 = madd(a1, place + 16, r);
    a2 = madd(a2, place + 32, r);
    a3 = madd(a3, place + 48, r);
    a4 = madd(a4, place + 64, r);
    a5 = madd(a5, place + 80, r);
    a6 = madd(a6, place + 96, r);
    a7 = madd(a7, place + 112, r);
    a8 = madd(a8, place + 128, r);
    a9 = madd(a9, place + 144, r);
    a10 = madd(a10, place + 160, r);
    a11 = madd(a11, place + 176, r);
    place += ROW;
  }
  v128.store(DRIVE + 208, a0);
  v128.store(DRIVE + 224, a1);
  v128.store(DRIVE + 240, a2);
  v128.store(DRIVE + 256, a3);
  v128.store(DRIVE + 272, a4);
  v128.store(DRIVE + 288, a5);
  v128.store(DRIVE + 304, a6);
  v128.store(DRIVE + 320, a7);
  v128.store(DRIVE + 336, a8);
  v128.store(DRIVE + 352, a9);
  v128.store(DRIVE + 368, a10);
  v128.store(DRIVE + 384, a11);
}

/** x <- x + kappa ((J r - x) + W u). */
function integrate(t: i32, kappa: f64): void {
  const step = f64x2.splat(kappa);
  const u = f64x2.splat(load<f64>(cue + <usize>(t - 1) * 8));
  const v = f64x2.splat(load<f64>(reward + <usize>(t - 1) * 8));
  for (let i: usize = 0; i < ROW; i += 16) {
    const x = v128.load(X + i);
    const input = f64x2.add(
      f64x2.mul(v128.load(CUE_WEIGHTS + i), u),
      f64x2.mul(v128.load(REWARD_WEIGHTS + i), v),
    );
    const change = f64x2.add(f64x2.sub(v128.load(DRIVE + i), x), input);
    v128.store(X + i, f64x2.add(x, f64x2.mul(step, change)));
  }
}

/** Keeps s = d |d| of this step and r of the step before, and moves the running mean. */
function remember(row: usize): void {
  for (let i: usize = 0; i < ROW; i += 16) {
    const x = v128.load(X + i);
    const mean = v128.load(MEAN + i);
    const d = f64x2.sub(x, mean);
    v128.store(surprise + row + i, f64x2.mul(d, f64x2.abs(d)));
    v128.store(before + row + i, v128.load(R + i));
    v128.store(MEAN + i, f64x2.add(f64x2.mul(f64x2.splat(0.33), mean), f64x2.mul(f64x2.splat(0.67), x)));
  }
}

/** r <- tanh(x), y <- r of the first unit. */
function respond(t: i32): void {
  for (let i: usize = 0; i < ROW; i += 16) v128.store(R + i, tanh(v128.load(X + i)));
  store<f64>(outputs + <usize>(t - 1) * 8, load<f64>(R));
}

/** Equation and coefficients: engine/math/tanh.ts. Constants come from memory: cheaper than building them each time. */
function tanh(x: v128): v128 {
  const rounder = constant(0);
  const one = constant(8);
  const size = f64x2.pmin(f64x2.abs(x), constant(1));
  const z = f64x2.add(size, size);
  const shifted = f64x2.add(f64x2.sub(f64x2.mul(z, constant(2)), constant(3)), rounder);
  const k = f64x2.sub(shifted, rounder);
  const high = f64x2.sub(z, f64x2.mul(k, constant(4)));
  const f = f64x2.sub(high, f64x2.mul(k, constant(5)));
  const t = f64x2.mul(f, f);
  let p = f64x2.add(constant(14), f64x2.mul(t, constant(15)));
  p = f64x2.add(constant(13), f64x2.mul(t, p));
  p = f64x2.add(constant(12), f64x2.mul(t, p));
  p = f64x2.add(constant(11), f64x2.mul(t, p));
  p = f64x2.add(constant(10), f64x2.mul(t, p));
  p = f64x2.add(constant(9), f64x2.mul(t, p));
  const u = f64x2.add(constant(7), f64x2.mul(t, p));
  // The low bits of `shifted` hold k: moved into the exponent they make 2^k.
  const s = i64x2.shl(i64x2.add(shifted, constant(16)), 52);
  const a = f64x2.add(f64x2.mul(f64x2.add(s, one), f), f64x2.mul(f64x2.sub(s, one), u));
  const d = f64x2.sub(u, f);
  const b = v128.bitselect(f64x2.add(u, u), f64x2.add(a, f64x2.add(d, d)), f64x2.eq(k, constant(6)));
  return v128.bitselect(x, f64x2.div(a, b), constant(17));
}

function constant(number: usize): v128 {
  return v128.load(CONSTANTS + number * 16);
}

function place(number: usize, value: f64): void {
  v128.store(CONSTANTS + number * 16, f64x2.splat(value));
}

function placeConstants(): void {
  place(0, 6755399441055744.0);
  place(1, 22.0);
  place(2, 1.442695040888963387);
  place(3, 0.25);
  place(4, 6.9314718036912381649e-1);
  place(5, 1.90821492927058770002e-10);
  place(6, 0.0);
  place(7, 2.0);
  place(8, 1.0);
  place(9, 1.0 / 6.0);
  place(10, -1.0 / 360.0);
  place(11, 1.0 / 15120.0);
  place(12, -1.0 / 604800.0);
  place(13, 1.0 / 23950080.0);
  place(14, -691.0 / 653837184000.0);
  place(15, 1.0 / 37362124800.0);
  v128.store(CONSTANTS, i64x2.splat(1023), 256);
  v128.store(CONSTANTS, i64x2.splat(0x8000000000000000), 272);
}

/** PRODUCT = sum over t <= step of keep^(step - t) s(t) r(t - 1)', in the order of t. */
export function eligibility(step: i32, keep: f64): void {
  memory.fill(PRODUCT, 0, N * ROW);
  let weight: f64 = 1;
  for (let t = step; t >= 1; t--) {
    store<f64>(decay + <usize>t * 8, weight);
    weight *= keep;
  }
  for (let from = 1; from <= step; from += BLOCK) {
    const rows = min(BLOCK, step + 1 - from);
    for (let k = 0; k < rows; k++) {
      const w = v128.load64_splat(decay + <usize>(from + k) * 8);
      const source = surprise + <usize>(from + k) * ROW;
      const target = SCALED + <usize>k * ROW;
      for (let i: usize = 0; i < ROW; i += 16) v128.store(target + i, f64x2.mul(w, v128.load(source + i)));
    }
    const history = before + <usize>from * ROW;
    for (let j: usize = 0; j < N; j += 2)
      for (let i: usize = 0; i < ROW; i += 80) tile(history + j * 8, SCALED + i, PRODUCT + j * ROW + i, rows);
  }
}

/** Ten rows of two columns of PRODUCT. */
function tile(r: usize, s: usize, p: usize, rows: i32): void {
  const q = p + ROW;
  let a0 = v128.load(p),
    a1 = v128.load(p + 16),
    a2 = v128.load(p + 32),
    a3 = v128.load(p + 48),
    a4 = v128.load(p + 64);
  let b0 = v128.load(q),
    b1 = v128.load(q + 16),
    b2 = v128.load(q + 32),
    b3 = v128.load(q + 48),
    b4 = v128.load(q + 64);
  for (let k = 0; k < rows; k++) {
    const u = v128.load64_splat(r);
    const v = v128.load64_splat(r, 8);
    const s0 = v128.load(s);
    a0 = f64x2.add(a0, f64x2.mul(s0, u));
    b0 = f64x2.add(b0, f64x2.mul(s0, v));
    const s1 = v128.load(s, 16);
    a1 = f64x2.add(a1, f64x2.mul(s1, u));
    b1 = f64x2.add(b1, f64x2.mul(s1, v));
    const s2 = v128.load(s, 32);
    a2 = f64x2.add(a2, f64x2.mul(s2, u));
    b2 = f64x2.add(b2, f64x2.mul(s2, v));
    const s3 = v128.load(s, 48);
    a3 = f64x2.add(a3, f64x2.mul(s3, u));
    b3 = f64x2.add(b3, f64x2.mul(s3, v));
    const s4 = v128.load(s, 64);
    a4 = f64x2.add(a4, f64x2.mul(s4, u));
    b4 = f64x2.add(b4, f64x2.mul(s4, v));
    r += ROW;
    s += ROW;
  }
  v128.store(p, a0);
  v128.store(p + 16, a1);
  v128.store(p + 32, a2);
  v128.store(p + 48, a3);
  v128.store(p + 64, a4);
  v128.store(q, b0);
  v128.store(q + 16, b1);
  v128.store(q + 32, b2);
  v128.store(q + 48, b3);
  v128.store(q + 64, b4);
}
