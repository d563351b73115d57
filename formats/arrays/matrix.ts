import { Refusal, quoted } from "../refusal";
import type { Orientation } from "./mapping";
import { countOf, type Value } from "./model";

/** A matrix as rows of samples, whichever way it lies. */
export interface Rows {
  readonly rows: number;
  readonly samples: number;
  /** The chosen rows, one after the other. */
  take(chosen: readonly number[]): Float32Array<ArrayBuffer>;
}

/** A cell for each trial, which all have as many samples; an empty one is a gap. */
function rowsOfCells(path: string, cells: readonly (Float64Array | null)[]): Rows {
  const lengths = [...new Set(cells.flatMap((cell) => cell?.length || []))].sort((a, b) => a - b);
  if (lengths.length > 1)
    throw new Refusal(
      `The cells of ${quoted(path)} hold ${lengths[0]} to ${lengths[lengths.length - 1]} numbers, and trials of one length are expected`,
      "cut its trials to one length, or choose it as times of events",
    );
  const [samples = 0] = lengths;
  return {
    ...{ rows: samples === 0 ? 0 : cells.length, samples },
    take(chosen) {
      const out = new Float32Array(chosen.length * samples).fill(NaN);
      for (const [at, row] of chosen.entries()) if (cells[row]?.length) out.set(cells[row], at * samples);
      return out;
    },
  };
}

/** @throws Refusal when it holds no numbers, or has more than two dimensions. */
export function rowsOf(path: string, value: Value | undefined, orientation: Orientation): Rows {
  if (value?.kind === "cells") return rowsOfCells(path, value.cells);
  if (value?.kind !== "numbers")
    throw new Refusal(`${quoted(path)} holds no numbers`, "choose another variable");
  const { dims, numbers, byColumns } = value;
  if (dims.length > 2 && dims.slice(2).some((size) => size !== 1))
    throw new Refusal(
      `${quoted(path)} is ${dims.join(" x ")}, and at most two dimensions can be read`,
      "save each channel as a matrix of its own",
    );
  if (orientation === "continuous") {
    const samples = countOf(dims);
    return { rows: Math.min(1, samples), samples, take: () => Float32Array.from(numbers) };
  }
  const [height, width = 1] = dims;
  const across = orientation.endsWith("x samples");
  const [rows, samples] = across ? [height, width] : [width, height];
  const index = (row: number, sample: number) => {
    const [r, c] = across ? [row, sample] : [sample, row];
    return byColumns ? c * height + r : r * width + c;
  };
  return {
    ...{ rows, samples },
    take(chosen) {
      const out = new Float32Array(chosen.length * samples);
      // sample by sample where a sample's trials are neighbours in memory
      for (let sample = 0; sample < samples; sample++)
        for (let at = 0; at < chosen.length; at++)
          out[at * samples + sample] = numbers[index(chosen[at], sample)];
      return out;
    },
  };
}
