import { csvOf } from "../../../formats/write/csv";
import { parquetOf } from "../../../formats/write/parquet";
import { type Cell, type Column, dictionaryOf, type Table } from "../../../formats/write/tidy";

export type TableFormat = "csv" | "parquet" | "dictionary.csv";

/** A table as a file, or as `dictionary.csv` what its columns mean. */
export async function tableFile(
  {
    name,
    columns,
    rows,
  }: {
    readonly name: string;
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly Cell[])[];
  },
  format: TableFormat,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }> {
  const table: Table = { name, columns, rows: () => [rows] };
  const parts: Uint8Array[] = [];
  if (format === "parquet") for await (const part of parquetOf(table)) parts.push(part);
  else {
    const written = format === "csv" ? table : dictionaryOf([table], "csv");
    for await (const text of csvOf(written)) parts.push(Buffer.from(text));
  }
  return {
    bytes: new Uint8Array(Buffer.concat(parts)),
    mediaType: format === "parquet" ? "application/vnd.apache.parquet" : "text/csv; charset=utf-8",
  };
}
