import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, Table } from "./tidy";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

const types = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  single: { type: "FLOAT" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Record<Column["type"], Partial<SchemaElement>>;

const rowsPerGroup = 65_536;

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: "root", num_children: columns.length },
  ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...types[type] })),
];

/** NaN becomes null: a gap is never a number. Throws TypeError for a cell that is not of its column's type. */
function cellIn({ name, type }: Column, cell: Cell): Cell {
  if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return null;
  const fits = type === "text" ? "string" : type === "boolean" ? "boolean" : "number";
  if (typeof cell !== fits) throw new TypeError(`Column ${name} holds ${type}, not ${JSON.stringify(cell)}.`);
  return cell;
}

/** Apache Parquet, group of rows by group of rows; units and meanings are in its metadata. */
export async function* parquetOf({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: "Phasic",
    kvMetadata: [{ key: "phasic.columns", value: JSON.stringify(columns) }],
  });
  const taken = () => {
    const part = bytes.getBytes().slice();
    bytes.index = 0;
    return part;
  };
  const group = (batch: readonly (readonly Cell[])[]) => {
    const columnData = columns.map((one, at): ColumnSource => ({
      name: one.name,
      data: batch.map((row) => cellIn(one, row[at])),
    }));
    // one group per call
    void writer.write({ columnData, rowGroupSize: batch.length });
    return taken();
  };
  let waiting: (readonly Cell[])[] = [];
  for await (const batch of rows()) {
    for (const row of batch) waiting.push(row);
    if (waiting.length < rowsPerGroup) continue;
    yield group(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield group(waiting);
  await writer.finish();
  yield taken();
}
