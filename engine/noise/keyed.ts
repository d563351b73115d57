/**
 * Keyed noise: a substream's name (seed, population, rank, repetition; trial, purpose, index) is hashed to the 128-bit state
 * of a small fast counting generator (sfc32, Doty-Humphrey 2010), warmed up by 12 steps. Uniforms have 53 bits. Streams
 * share nothing, so drawing from one never moves another.
 */
import { log } from "../math/log";
import { purposes, type Noise, type NoiseKey, type Perturbations, type Purpose, type Stream } from "./noise";

/** 32-bit finaliser of MurmurHash3: every input bit moves every output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export class KeyedStream implements Stream {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(words: readonly number[]) {
    let a = 0x9e3779b9;
    let b = 0x243f6a88;
    let c = 0xb7e15162;
    for (const word of words) {
      a = mix(a ^ word);
      b = mix((b + a) | 0);
      c = mix((c ^ b) + 0x6d2b79f5);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = 1;
    for (let i = 0; i < 12; i += 1) this.word();
  }

  /** 32 bits. */
  word(): number {
    const result = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + result;
    this.c |= 0;
    return result;
  }

  next(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** `next` for every entry, written out on locals: most draws of a run are made here. */
  fill(into: Float64Array): void {
    let { a, b, c, counter } = this;
    for (let i = 0; i < into.length; i += 1) {
      const high = (a + b + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      const low = (a + b + counter + 1) | 0;
      counter = (counter + 2) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      into[i] = ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
  }
}

/** The noise of one run: every arm, role and preset on the same subject and repetition draws the same numbers. */
export function keyedNoise(key: NoiseKey): Noise {
  const stream = (trial: number, purpose: Purpose, index = 0) =>
    new KeyedStream([
      key.seed,
      key.population,
      key.rank,
      key.repetition,
      trial,
      purposes.indexOf(purpose),
      index,
    ]);
  return {
    stream,
    perturbations: (trial, steps, units, probability) =>
      sparse(stream(trial, "perturbation"), steps, units, probability),
    unused() {},
  };
}

/** Places by geometric gaps over the cells (step by step, unit by unit), sizes uniform in (-1, 1). */
function sparse(stream: Stream, steps: number, units: number, probability: number): Perturbations {
  const cells: number[] = [];
  const sizes: number[] = [];
  const scale = 1 / log(1 - probability);
  if (probability > 0)
    for (let cell = -1; ;) {
      cell += 1 + Math.floor(log(1 - stream.next()) * scale);
      if (!(cell < steps * units)) break;
      cells.push(cell);
      sizes.push(2 * (stream.next() - 0.5));
    }
  return {
    count: cells.length,
    step: Int32Array.from(cells, (cell) => 1 + Math.floor(cell / units)),
    unit: Int32Array.from(cells, (cell) => cell % units),
    size: Float64Array.from(sizes),
  };
}
