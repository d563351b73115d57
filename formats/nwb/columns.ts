import type { Dataset, Group } from "h5wasm/node";
import { isDataset } from "../hdf5/kinds";
import { attributeTarget } from "../hdf5/references";
import { allNumbers, isNumericDataset, textsIn } from "../hdf5/values";
import { datasetIn } from "../hdf5/walk";
import { Refusal, quoted } from "../refusal";

/** The columns of a DynamicTable. */
export interface Columns {
  readonly rows: number;
  /** One number for each row. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** A list of numbers for each row. */
  readonly lists: ReadonlyMap<string, readonly Float64Array[]>;
  /** The names of columns that hold something else. */
  readonly left: readonly string[];
}

/** What rows of a table of types are called, in columns of ndx-events that refer to them. */
const nameColumns = ["event_name", "label", "name", "event_type", "type"];

/** Numbers that stand for rows of another table, as the names of these rows; null for any other column. */
function namesBehind(column: Dataset, rows: Float64Array): string[] | null {
  const table = attributeTarget(column, "table");
  const name = table && nameColumns.find((candidate) => table.keys().includes(candidate));
  const names = name ? textsIn(datasetIn(table, name)) : null;
  return names ? Array.from(rows, (row) => names[row] ?? "") : null;
}

/** A ragged column: where the list of each row ends stands in a column of its own. */
function listsOf(column: Dataset, ends: Dataset, fileBytes: number): Float64Array[] {
  const values = allNumbers(column, fileBytes);
  let from = 0;
  return Array.from(allNumbers(ends, fileBytes), (end) => values.slice(from, (from = end)));
}

export function columnsOf(table: Group, fileBytes: number): Columns {
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly string[]>();
  const lists = new Map<string, readonly Float64Array[]>();
  const left: string[] = [];
  const names = table.keys().filter((name) => name !== "id" && !name.endsWith("_index"));
  for (const name of names) {
    const column = table.get(name);
    if (!isDataset(column)) continue;
    const ends = datasetIn(table, `${name}_index`);
    const single = !ends && (column.shape?.length ?? 0) === 1;
    if (isNumericDataset(column)) {
      if (single) {
        const own = allNumbers(column, fileBytes);
        const behind = namesBehind(column, own);
        if (behind) texts.set(name, behind);
        else numbers.set(name, own);
      } else if (ends && isNumericDataset(ends) && (column.shape?.length ?? 0) === 1)
        lists.set(name, listsOf(column, ends, fileBytes));
      else left.push(name);
      continue;
    }
    const words = single ? textsIn(column) : null;
    if (words) texts.set(name, words);
    else left.push(name);
  }
  const lengths = [...numbers, ...texts, ...lists].map(([, values]) => values.length);
  if (new Set(lengths).size > 1)
    throw new Refusal(
      `The columns of ${quoted(table.path)} are of different lengths`,
      "write the table again",
    );
  return { rows: lengths[0] ?? 0, numbers, texts, lists, left };
}
