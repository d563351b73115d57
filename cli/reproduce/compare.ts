import { type Column, unpackColumns } from "../../contracts/columns";
import type { ResultColumn } from "../../contracts/publication";

/** Where two results part first. */
export interface Difference {
  /** Measure or signal, in the words of the stored column. */
  readonly measure: string;
  /** Training trial, counted from 1; null where it is none. */
  readonly trial: number | null;
  readonly expected: string;
  readonly got: string;
}

type Block = Readonly<Record<string, Column>>;

/** Null where all numbers are equal, bit for bit. */
export function firstDifference(
  part: ResultColumn,
  archived: Uint8Array,
  computed: Uint8Array,
): Difference | null {
  const expected = unpacked(archived);
  const got = unpackColumns(computed);
  if (!expected)
    return { measure: part, trial: null, expected: "bytes that are no columns", got: "a block of columns" };
  const found = [...new Set([...Object.keys(got), ...Object.keys(expected)])].flatMap((name) => {
    const at = firstUnequal(expected[name], got[name]);
    return at === null
      ? []
      : [{ measure: name, ...placeOf(part, name, at, got), ...said(expected[name], got[name], at) }];
  });
  // of several measures the one that parts first
  return found.sort((a, b) => (a.trial ?? Infinity) - (b.trial ?? Infinity))[0] ?? null;
}

function unpacked(bytes: Uint8Array): Block | null {
  try {
    return unpackColumns(bytes);
  } catch {
    return null;
  }
}

function firstUnequal(a: Column | undefined, b: Column | undefined): number | null {
  if (!a || !b) return 0;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) if (!Object.is(a[at], b[at])) return at;
  return null;
}

const said = (expected: Column | undefined, got: Column | undefined, at: number) => {
  const value = (column: Column | undefined) =>
    !column
      ? "no such column"
      : at >= column.length
        ? "nothing"
        : Number.isNaN(column[at])
          ? "a gap"
          : String(column[at]);
  return { expected: value(expected), got: value(got) };
};

/** Which training trial an entry of a column belongs to: contracts/run-result.ts says what the rows are. */
function placeOf(part: ResultColumn, name: string, at: number, got: Block): { trial: number | null } {
  const rowLength = (rows: number | undefined) => (rows && got[name] ? got[name].length / rows : 1);
  if (part === "training") return { trial: at + 1 };
  if (part === "probes") return { trial: got.trial?.[at] ?? null };
  if (part === "licks")
    return { trial: name === "times" ? trialOfLick(got.offsets, at) : at + (name === "offsets" ? 0 : 1) };
  if (part === "trainingTraces" && !name.endsWith(":trials"))
    return { trial: 10 * Math.floor(at / rowLength(got[`${name}:trials`]?.length)) + 1 };
  return { trial: null };
}

function trialOfLick(offsets: Column | undefined, at: number): number | null {
  const next = offsets?.findIndex((offset) => offset > at) ?? -1;
  return next < 0 ? null : next;
}
