/** Tables as people take them away: one row per observation, every column with its unit and meaning. */

export type Cell = string | number | boolean | null;

export interface Column {
  readonly name: string;
  /** Of its numbers; empty for words and counts. "see unit" points to a column of the same row. */
  readonly unit: string;
  readonly meaning: string;
  /** "single" is a number that was kept in single precision: a reader loses nothing by keeping it so. */
  readonly type: "text" | "integer" | "number" | "single" | "boolean";
}

export interface Table {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Batches of rows, each cell under its column; null and NaN are gaps. */
  rows(): AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
}

export const column = (name: string, type: Column["type"], unit: string, meaning: string): Column => ({
  ...{ name, type, unit, meaning },
});

/** The data dictionary of some tables, itself a table. */
export const dictionaryOf = (tables: readonly Table[], ending: string): Table => ({
  name: "dictionary",
  columns: [
    column("file", "text", "", "file of this export"),
    column("column", "text", "", "column of the file"),
    column("type", "text", "", "text, integer, number, single (number in single precision) or boolean"),
    column("unit", "text", "", "unit of the numbers"),
    column("meaning", "text", "", "what the column holds"),
  ],
  rows: () => [
    tables.flatMap(({ name, columns }) =>
      columns.map((one) => [`${name}.${ending}`, one.name, one.type, one.unit, one.meaning]),
    ),
  ],
});
