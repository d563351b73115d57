import type { ContentItem } from "@/contracts/reading";
import type { RecordingPart } from "@/contracts/recording";
import { isGap, numberIn } from "./cell";
import { dialectInWords } from "./dialect";
import type { Table } from "./table";

const mostListed = 2000;
const shown = 8;

function typeOf(numbers: readonly number[], filled: number): string {
  if (filled === 0) return "only gaps";
  if (numbers.length < filled) return numbers.length > 0.9 * filled ? "number and text" : "text";
  return numbers.every(Number.isInteger) ? "whole number" : "number";
}

/** Each column with its type, first values and gaps, as its first rows show them. */
export function tableContents({ columns, head, dialect }: Table): RecordingPart {
  const items = columns.slice(0, mostListed).map((name, column): ContentItem => {
    const cells = head.map((row) => row[column] ?? "");
    const filled = cells.filter((cell) => !isGap(cell));
    const numbers = filled.flatMap((cell) => numberIn(cell, dialect.decimalComma) ?? []);
    return {
      ...{ path: name, name, depth: 0, dims: null, unit: null },
      type: typeOf(numbers, filled.length),
      first: cells.slice(0, shown).map((cell) => cell.trim().slice(0, 80)),
      ...{ gaps: cells.length - filled.length, looked: cells.length },
    };
  });
  return { kind: "contents", what: dialectInWords(dialect), items, more: columns.length - items.length };
}

/** Which columns hold only whole numbers in the first rows. */
export const wholeColumns = ({ columns, head, dialect }: Table): boolean[] =>
  columns.map((_, column) =>
    head.every((cells) => Number.isInteger(numberIn(cells[column] ?? "", dialect.decimalComma))),
  );

/** Which columns hold numbers, gaps aside, in the first rows. */
export const numericColumns = ({ columns, head, dialect }: Table): boolean[] =>
  columns.map((_, column) => {
    const filled = head.map((cells) => cells[column] ?? "").filter((cell) => !isGap(cell));
    return filled.length > 0 && filled.every((cell) => numberIn(cell, dialect.decimalComma) !== undefined);
  });
