import Papa from "papaparse";
import { inBoolean, inChoice, inNumber } from "../inputs";
import type { Notes } from "../reader";
import { isGap, numberIn } from "./cell";

/** How the rows of a table are written. */
export interface Dialect {
  /** A space stands for any number of them. */
  readonly delimiter: string;
  readonly newline: "\n" | "\r\n" | "\r";
  readonly decimalComma: boolean;
  /** Lines before the table: comments, a title. */
  readonly skipped: number;
}

const delimiters: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  " ": "spaces",
};
const linesLookedAt = 80;

/** Runs of spaces as one tab each, which Papa can split at. */
const tabbed = (text: string) => text.replace(/^ +| +$/gm, "").replace(/ +/g, "\t");

/** Rows of cells. Lines without any content are left out. */
export function cellsIn(text: string, delimiter: string, newline: Dialect["newline"]): string[][] {
  const spaced = delimiter === " ";
  return Papa.parse<string[]>(spaced ? tabbed(text) : text, {
    ...{ delimiter: spaced ? "\t" : delimiter, newline, skipEmptyLines: "greedy" },
  }).data;
}

function mode(counts: readonly number[]): number {
  const met = new Map<number, number>();
  for (const count of counts) met.set(count, (met.get(count) ?? 0) + 1);
  return [...met].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

const isComment = (first: string) => /^\s*[#%]/.test(first) || /^sep=.?$/i.test(first);

/** How many cells most lines are cut into, how many of the lines after the first are, and whether the first is, too. */
function columnsBy(delimiter: string, lines: string): { columns: number; steady: number; headed: boolean } {
  const rows = cellsIn(lines, delimiter, "\n");
  const counts = rows.map(({ length }) => length);
  const columns = mode(counts.slice(counts.length > 2 ? 1 : 0));
  // R writes a header that is one short, since names of rows have none
  const fits = (count: number) => count === columns || count === columns - 1;
  const same = counts.filter((count, at) => count === columns || (at === 0 && fits(count)));
  const head = rows.findIndex(([first]) => !isComment(first));
  return { columns, steady: same.length / Math.max(1, counts.length), headed: fits(counts[head] ?? 0) };
}

function mostlyNumbers(lines: string): boolean {
  const cells = cellsIn(lines, " ", "\n").slice(1).flat();
  return (
    cells.length > 0 && cells.filter((cell) => numberIn(cell, false) !== undefined).length > cells.length / 2
  );
}

const isNumber = (cell: string) =>
  !isGap(cell) && (numberIn(cell, false) ?? numberIn(cell, true)) !== undefined;
const isWord = (cell: string) => !isGap(cell) && !isNumber(cell);

/** Whether the row after this one names the columns better: Doric and others write two rows of names. */
function isUpperHeader([first, second, third]: readonly (readonly string[])[]): boolean {
  if (!third || first.length !== second.length || third.length !== second.length) return false;
  const numbers = third.flatMap((cell, at) => (isNumber(cell) ? [at] : []));
  return (
    numbers.length > 0 &&
    first.some(isWord) &&
    !first.some(isNumber) &&
    !second.some(isNumber) &&
    numbers.every((at) => isWord(second[at]))
  );
}

/** Comments, Excel's `sep=;`, titles, and all rows of names but the last: lines that are not of the table. */
function linesBefore(rows: readonly (readonly string[])[], columns: number): number {
  let before = 0;
  while (before < rows.length - 1) {
    const [first, ...more] = rows[before];
    const title = columns > 1 && more.every((cell) => cell.trim() === "");
    if (!isComment(first) && !title && !isUpperHeader(rows.slice(before, before + 3))) break;
    before++;
  }
  return before;
}

function usesComma(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.slice(1).flat();
  const asPoint = cells.filter((cell) => cell.includes(".") && numberIn(cell, false) !== undefined);
  const asComma = cells.filter((cell) => cell.includes(",") && numberIn(cell, true) !== undefined);
  return asComma.length > asPoint.length;
}

/** Told from the first lines: the delimiter that cuts most of them into equally many cells. */
export function dialectOf(head: string): Dialect {
  const newline = /\r\n|\n|\r/.exec(head)?.[0] ?? "\n";
  const lines = head
    .split(/\r\n|\n|\r/, linesLookedAt)
    .filter((line) => line.trim() !== "")
    .join("\n");
  const [best] = Object.keys(delimiters)
    .map((delimiter) => ({ delimiter, ...columnsBy(delimiter, lines) }))
    // words of a sentence are no columns
    .filter(
      ({ delimiter, columns, steady }) =>
        columns > 1 && (delimiter !== " " || (steady > 0.9 && mostlyNumbers(lines))),
    )
    .sort(
      (a, b) =>
        Number(b.steady > 0.9) - Number(a.steady > 0.9) ||
        // decimal commas cut rows, but no names
        Number(b.headed) - Number(a.headed) ||
        // spaces are in cells, too
        Number(a.delimiter === " ") - Number(b.delimiter === " ") ||
        b.columns - a.columns,
    );
  const said = /^sep=(.)\s*$/im.exec(lines.slice(0, 8))?.[1];
  const delimiter = said ?? best?.delimiter ?? ",";
  const rows = cellsIn(lines, delimiter, "\n");
  const skipped = linesBefore(rows, mode(rows.map(({ length }) => length)));
  return {
    ...{ delimiter, newline: newline as Dialect["newline"], skipped },
    decimalComma: delimiter !== "," && usesComma(rows.slice(skipped)),
  };
}

/** The guess, which the lines themselves tell, unless somebody corrects it. */
export function askDialect(notes: Notes, guess: Dialect): Dialect {
  const about = "file" as const;
  const { delimiter } = guess;
  return {
    ...guess,
    delimiter: notes.tell({
      ...{ field: "table.delimiter", about, guess: delimiter, question: "What separates the columns?" },
      input: inChoice({ ...delimiters, [delimiter]: delimiters[delimiter] ?? delimiter }),
    }),
    decimalComma: notes.tell({
      ...{ field: "table.decimalComma", about, guess: guess.decimalComma, input: inBoolean },
      question: "Are numbers written with a decimal comma (0,5)?",
    }),
    skipped: Math.max(
      0,
      Math.floor(
        notes.tell({
          ...{ field: "table.skippedLines", about, guess: guess.skipped, input: inNumber("lines") },
          question: "How many lines stand before the table?",
        }),
      ),
    ),
  };
}

export const dialectInWords = ({ delimiter, decimalComma }: Dialect): string =>
  `table separated by ${delimiters[delimiter] ?? delimiter}${decimalComma ? ", with decimal commas" : ""}`;
