import { mostColumns } from "../limits";
import type { Reading } from "../reader";
import { NeedsMapping, Refusal, listed, quoted } from "../refusal";
import { numberIn } from "./cell";
import { dialectOf, type Dialect } from "./dialect";
import { rolesOf, type Roles } from "./roles";
import { rowsOf } from "./rows";
import { headOf } from "./text";

export interface Row {
  readonly cells: readonly string[];
  /** In the file, counted from 1; the header is row 1. */
  readonly number: number;
}

export interface Table {
  readonly columns: readonly string[];
  readonly roles: Roles;
  readonly dialect: Dialect;
  /** The first rows, to look at. */
  readonly head: readonly (readonly string[])[];
  rows(): Generator<Row>;
}

const rowsLookedAt = 60;
const exportAgain = "export the table again";

function header(first: readonly string[], second: readonly string[] | undefined, dialect: Dialect): string[] {
  // R writes names of rows without a name for their column
  const columns = (second?.length === first.length + 1 ? ["row", ...first] : [...first]).map((name) =>
    name.trim(),
  );
  if (columns.length > mostColumns)
    throw new Refusal(
      `The table has ${columns.length} columns, and at most ${mostColumns} can be read`,
      "save it with one row per sample instead",
    );
  if (columns.every((name) => numberIn(name, dialect.decimalComma) !== undefined))
    throw new NeedsMapping(
      `The table's first row is all numbers, so its ${columns.length} columns have no names: say what each of them is.`,
    );
  const seen = new Set<string>();
  for (const [at, name] of columns.entries()) {
    if (seen.has(name) && name !== "")
      throw new Refusal(
        `Two columns are called ${quoted(name)} (the second is column ${at + 1})`,
        "rename one of them",
      );
    seen.add(name);
  }
  return columns;
}

/** Opens a delimited text as a table with a header. */
export function openTable({ file, notes }: Reading): Table {
  const dialect = dialectOf(headOf(file));
  const head: string[][] = [];
  for (const batch of rowsOf(file, dialect)) {
    head.push(...batch.slice(0, rowsLookedAt));
    if (head.length > 1) break;
  }
  if (head.length === 0) throw new Refusal("The file has no lines", exportAgain);
  const columns = header(head[0], head[1], dialect);
  if (head.length < 2)
    throw new Refusal(`The table has a header (${listed(columns)}) and no rows`, exportAgain);
  if (dialect.decimalComma) notes.remark("Numbers are written with a decimal comma.");
  return {
    ...{ columns, dialect, head: head.slice(1), roles: rolesOf(columns) },
    *rows() {
      let number = 0;
      for (const batch of rowsOf(file, dialect))
        for (const cells of batch) {
          number++;
          if (number === 1) continue;
          if (cells.length !== columns.length)
            throw new Refusal(
              `Row ${number} has ${cells.length} cells where the header has ${columns.length}`,
              "the table seems to be cut off or damaged; export it again",
            );
          yield { cells, number };
        }
    },
  };
}
