import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvOf } from "./csv";
import { parquetOf } from "./parquet";
import { column, type Cell, dictionaryOf, type Table } from "./tidy";

const columns = [
  column("subject", "text", "", "who"),
  column("trial", "integer", "", "which"),
  column("value", "number", "Hz", "how many"),
  column("sample", "single", "dF/F", "how much"),
  column("omitted", "boolean", "", "whether"),
];
const tableOf = (...batches: Cell[][][]): Table => ({ name: "values", columns, rows: () => batches });

const bytesOf = async (table: Table) => {
  const parts: Uint8Array[] = [];
  for await (const part of parquetOf(table)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts)).buffer;
};
const textOf = async (table: Table) => {
  let text = "";
  for await (const part of csvOf(table)) text += part;
  return text;
};
const row = fc.tuple(
  fc.option(fc.string({ unit: "grapheme" })),
  fc.option(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.option(fc.float({ noNaN: true, noDefaultInfinity: true })),
  fc.option(fc.boolean()),
);

test("Parquet gives back what was written, bit for bit, over any number of batches", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }), async (batches) => {
      const file = await bytesOf(tableOf(...batches));
      const read = await parquetReadObjects({ file });
      const names = columns.map(({ name }) => name);
      expect(read.map((one) => names.map((name) => one[name] as Cell))).toEqual(batches.flat());
    }),
    { numRuns: 50 },
  );
});

test("Parquet carries units and meanings, and a gap is null", async () => {
  const file = await bytesOf(tableOf([["m1", 1, NaN, NaN, null]]));
  const about = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === "phasic.columns");
  expect(JSON.parse(about!.value!)).toEqual(columns);
  expect(await parquetReadObjects({ file })).toEqual([
    { subject: "m1", trial: 1, value: null, sample: null, omitted: null },
  ]);
});

test("a cell of the wrong type is an error, not another number", async () => {
  await expect(bytesOf(tableOf([["m1", "one", 1, 1, true]]))).rejects.toThrow("Column trial holds integer");
});

test("CSV gives back numbers bit for bit, empty cells for gaps, and text that is no formula", async () => {
  const sample = Math.fround(0.1);
  const text = await textOf(
    tableOf([["=1+1", 1, 0.1 + 0.2, sample, true]], [['a "b", c', 2, NaN, null, false]], []),
  );
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(data).toEqual([
    ["subject", "trial", "value", "sample", "omitted"],
    ["'=1+1", "1", String(0.1 + 0.2), String(sample), "true"],
    ['a "b", c', "2", "", "", "false"],
  ]);
  expect(text.endsWith("\r\n")).toBe(true);
});

test("the dictionary has a row for every column", async () => {
  const text = await textOf(dictionaryOf([tableOf()], "csv"));
  expect(text).toContain("values.csv,value,number,Hz,how many");
  expect(text.trim().split("\r\n")).toHaveLength(1 + columns.length);
});
