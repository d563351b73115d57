import { NeedsMapping, quoted } from "../refusal";
import type { ArrayMapping } from "./mapping";
import { countOf, isList, type ArrayFile, type Value, type Values, type Wanted } from "./model";

/** One recording in a file: of a subject or a session, or all there is. */
export interface Frame {
  /** Counted from 1; null where the file is one recording. */
  readonly number: number | null;
  readonly values: Values;
}

const isInside = (path: string, records: string) => path.startsWith(`${records}.`);
const only = (wanted: Wanted, fits: (path: string) => boolean): Wanted =>
  new Map([...wanted].filter(([path]) => fits(path)));

/** Values of many trials, put side by side: single ones become a list, lists of one length a matrix, others cells. */
function joined(values: readonly (Value | undefined)[]): Value {
  const texts = values.map((value) => (value?.kind === "texts" ? value.texts.join(" ") : null));
  if (texts.some((text) => text !== null)) return { kind: "texts", texts: texts.map((text) => text ?? "") };
  const lists = values.map((value) =>
    value?.kind === "numbers" && isList(value.dims) ? value.numbers : new Float64Array(0),
  );
  const [length] = lists.map((list) => list.length).filter((own) => own > 0);
  const fits = lists.every((list) => list.length === length || list.length === 0);
  if (length === 1 && fits)
    return {
      ...{ kind: "numbers", dims: [lists.length, 1], byColumns: true },
      numbers: Float64Array.from(lists, (list) => list[0] ?? NaN),
    };
  if (length !== undefined && fits) {
    const numbers = new Float32Array(lists.length * length).fill(NaN);
    for (const [trial, list] of lists.entries()) numbers.set(list, trial * length);
    return { kind: "numbers", dims: [lists.length, length], numbers, byColumns: false };
  }
  return { kind: "cells", cells: lists.map((list) => Float64Array.from(list)) };
}

/** Reads what is wanted, recording by recording. */
export async function* framesOf(
  file: ArrayFile,
  { records, recordIs }: Pick<ArrayMapping, "records" | "recordIs">,
  wanted: Wanted,
): AsyncGenerator<Frame, void> {
  if (records === null) return yield { number: null, values: await file.load(wanted) };
  const inside = only(wanted, (path) => isInside(path, records));
  const common = await file.load(only(wanted, (path) => !isInside(path, records)));
  if (recordIs !== "trial") {
    let number = 0;
    for await (const values of file.records(records, inside))
      yield { number: ++number, values: new Map([...common, ...values]) };
    return;
  }
  const all: Values[] = [];
  for await (const values of file.records(records, inside)) all.push(values);
  if (all.length === 0) throw new NeedsMapping(`${quoted(records)} is empty: choose another variable.`);
  const values = new Map(common);
  for (const path of inside.keys()) values.set(path, joined(all.map((own) => own.get(path))));
  yield { number: null, values };
}

/** How many trials a matrix or list has, by what its rows and columns are. */
export const sizeOf = (value: Value): number =>
  value.kind === "numbers"
    ? countOf(value.dims)
    : value.kind === "texts"
      ? value.texts.length
      : value.cells.length;

/** Which recording of several, at the head of a sentence. */
export const recordOf = ({ number }: Frame) => (number === null ? "" : `Record ${number}: `);
