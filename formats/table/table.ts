import { inBoolean } from "../inputs";
import { mostColumns } from "../limits";
import type { Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { isGap, numberIn } from "./cell";
import { askDialect, dialectOf, type Dialect } from "./dialect";
import { rowsOf } from "./rows";
import { sampleColumns } from "./sample-columns";
import { headOf } from "./text";
import { isTimeOfDay } from "./time-of-day";

export interface Row {
  readonly cells: readonly string[];
  /** In the file, counted from 1, lines without content left out; a header is row 1. */
  readonly number: number;
}

export interface Table {
  /** As answers name them: each once, none empty. */
  readonly columns: readonly string[];
  readonly dialect: Dialect;
  /** Whether the first row names the columns. */
  readonly named: boolean;
  /** The first rows, to look at. */
  readonly head: readonly (readonly string[])[];
  rows(): Generator<Row>;
}

const rowsLookedAt = 1000;
const cellsLookedAt = 200_000;
const exportAgain = "export the table again";

const isNumber = (cell: string, { decimalComma }: Dialect) =>
  !isGap(cell) && numberIn(cell, decimalComma) !== undefined;

/** A header has words where the rows below have numbers, unless columns are named by the times of their samples. */
function looksNamed(rows: readonly (readonly string[])[], dialect: Dialect): boolean {
  const [first, ...more] = rows;
  const isValue = (cell: string) => isNumber(cell, dialect) || isTimeOfDay(cell);
  const numbers = first.map(isValue);
  if (!numbers.includes(true)) return true;
  if (numbers.every(Boolean)) return false;
  const below = (column: number) => more.map((cells) => cells[column] ?? "").filter((cell) => !isGap(cell));
  const heads = (column: number) =>
    !numbers[column] && !isGap(first[column]) && below(column).length > 0 && below(column).every(isValue);
  if (first.some((_, column) => heads(column))) return true;
  const sampled = new Set(
    sampleColumns(first).flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => from + at)),
  );
  return numbers.every(
    (number, column) => !number || sampled.has(column) || !more.some((cells) => isValue(cells[column] ?? "")),
  );
}

/** Names for all columns: those of the header, and a number for each that has none. */
function namesOf(header: readonly string[] | null, width: number): string[] {
  const columns = Array.from(
    { length: width },
    (_, at) => header?.[at]?.trim().slice(0, 200) || `column ${at + 1}`,
  );
  if (columns.length > mostColumns)
    throw new Refusal(
      `The table has ${columns.length} columns, and at most ${mostColumns} can be read`,
      "save it with one row per sample instead",
    );
  const seen = new Set<string>();
  for (const [at, name] of columns.entries()) {
    if (seen.has(name))
      throw new Refusal(
        `Two columns are called ${quoted(name)} (the second is column ${at + 1})`,
        "rename one of them",
      );
    seen.add(name);
  }
  return columns;
}

/** R writes names of rows without a name for their column; other writers end each row with a separator. */
function fitted(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const [width] = rows.map(({ length }) => length);
  if (width !== header.length + 1) return [...header];
  const trailing = rows.every((cells) => (cells[width - 1] ?? "").trim() === "");
  return trailing ? [...header, ""] : ["row", ...header];
}

function firstRows(file: Reading["file"], dialect: Dialect): string[][] {
  const head: string[][] = [];
  for (const batch of rowsOf(file, dialect)) {
    const [first] = batch;
    const most = Math.min(rowsLookedAt, Math.ceil(cellsLookedAt / Math.max(1, first?.length ?? 1)));
    head.push(...batch.slice(0, most + dialect.skipped + 1));
    if (head.length > dialect.skipped + 2) break;
  }
  return head.slice(dialect.skipped);
}

/** Opens a delimited text as a table. */
export function openTable({ file, notes }: Reading): Table {
  const dialect = askDialect(notes, dialectOf(headOf(file)));
  const first = firstRows(file, dialect);
  if (first.length === 0) throw new Refusal("The file has no lines", exportAgain);
  const guess = looksNamed(first, dialect);
  const asked = {
    ...({ field: "table.header", about: "file", guess, input: inBoolean } as const),
    question: "Does the first row name the columns?",
  };
  const allNumbers = first[0].every((cell) => isNumber(cell, dialect));
  const named = allNumbers ? notes.ask(asked) : notes.tell(asked);
  const head = named ? first.slice(1) : first;
  if (first.length === 1 && first[0].length === 1 && !allNumbers)
    throw new Refusal(
      `The file is text, but no table of a recording: it has one line (${listed(first[0])})`,
      "export trials, samples or events as a table with a header",
    );
  if (named && head.length === 0)
    throw new Refusal(
      `The table has a header (${listed(first[0].filter((name) => name.trim() !== ""))}) and no rows`,
      exportAgain,
    );
  const header = named ? fitted(first[0], head) : null;
  const columns = namesOf(header, header?.length ?? head[0].length);
  if (dialect.decimalComma) notes.remark("Numbers are written with a decimal comma.");
  const before = dialect.skipped + (named ? 1 : 0);
  return {
    ...{ columns, dialect, named, head },
    *rows() {
      let number = 0;
      for (const batch of rowsOf(file, dialect))
        for (const cells of batch) {
          number++;
          if (number <= before) continue;
          if (cells.length !== columns.length)
            throw new Refusal(
              `Row ${number} has ${cells.length} cells where the ${named ? "header" : "first row"} has ${columns.length}`,
              "the table seems to be cut off or damaged; export it again",
            );
          yield { cells, number };
        }
    },
  };
}
