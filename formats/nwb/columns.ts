import type { Group } from "h5wasm/node";
import { isDataset } from "../hdf5/kinds";
import { Refusal, quoted } from "../refusal";
import { allNumbers, isNumericDataset, textsIn } from "../hdf5/values";

/** The columns of a DynamicTable with one value per row; columns of lists and of references are named in `left`. */
export interface Columns {
  readonly rows: number;
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly left: readonly string[];
}

export function columnsOf(table: Group, fileBytes: number): Columns {
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly string[]>();
  const left: string[] = [];
  const names = table.keys().filter((name) => name !== "id" && !name.endsWith("_index"));
  for (const name of names) {
    const column = table.get(name);
    if (!isDataset(column)) continue;
    const words = isNumericDataset(column) ? null : textsIn(column);
    const list = table.keys().includes(`${name}_index`) || (column.shape?.length ?? 0) !== 1;
    if (list) left.push(name);
    else if (isNumericDataset(column)) numbers.set(name, allNumbers(column, fileBytes));
    else if (words) texts.set(name, words);
    else left.push(name);
  }
  const lengths = [...numbers, ...texts].map(([, values]) => values.length);
  if (new Set(lengths).size > 1)
    throw new Refusal(
      `The columns of ${quoted(table.path)} are of different lengths`,
      "write the table again",
    );
  return { rows: lengths[0] ?? 0, numbers, texts, left };
}
