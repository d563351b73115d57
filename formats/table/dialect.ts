import Papa from "papaparse";
import { numberIn } from "./cell";

export interface Dialect {
  readonly delimiter: string;
  readonly newline: "\n" | "\r\n" | "\r";
  readonly decimalComma: boolean;
}

const linesLookedAt = 50;
const firstLines = (head: string) =>
  head
    .split(/\r\n|\n|\r/, linesLookedAt)
    .filter((line) => line !== "")
    .join("\n");

/** How many columns this delimiter gives, and in which share of the lines as many as in the first one. */
function columnsBy(delimiter: string, lines: string): { columns: number; steady: number } {
  const { data } = Papa.parse<string[]>(lines, { delimiter, newline: "\n", skipEmptyLines: true });
  const columns = data[1]?.length ?? data[0]?.length ?? 0;
  const same = data.filter(
    (row, index) => row.length === columns || (index === 0 && row.length === columns - 1),
  );
  return { columns, steady: same.length / Math.max(1, data.length) };
}

/** Told from the first lines: the delimiter that cuts all of them into equally many cells, and most of them. */
export function dialectOf(head: string): Dialect {
  const lines = firstLines(head);
  const [best] = [",", "\t", ";", "|"]
    .map((delimiter) => ({ delimiter, ...columnsBy(delimiter, lines) }))
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.steady - a.steady || b.columns - a.columns);
  const delimiter = best?.delimiter ?? ",";
  const newline = head.includes("\r\n")
    ? "\r\n"
    : head.includes("\n")
      ? "\n"
      : head.includes("\r")
        ? "\r"
        : "\n";
  return { delimiter, newline, decimalComma: delimiter !== "," && usesComma(lines, delimiter) };
}

function usesComma(lines: string, delimiter: string): boolean {
  const { data } = Papa.parse<string[]>(lines, { delimiter, newline: "\n", skipEmptyLines: true });
  const cells = data.slice(1).flat();
  const asPoint = cells.filter((cell) => cell.includes(".") && numberIn(cell, false) !== undefined);
  const asComma = cells.filter((cell) => cell.includes(",") && numberIn(cell, true) !== undefined);
  return asComma.length > asPoint.length;
}
