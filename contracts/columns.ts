/**
 * Named numeric columns as one block of bytes, for the database and for exports:
 * "PHC1", uint32 header length, JSON header [{ name, type, length }], then the columns little-endian, each 8-byte aligned.
 */
const types = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  i16: Int16Array,
  u8: Uint8Array,
} as const;
type TypeName = keyof typeof types;
export type Column = Float64Array | Float32Array | Int32Array | Int16Array | Uint8Array;
export type ColumnBlock = Readonly<Record<string, Column>>;

const typeName = (column: Column): TypeName =>
  (Object.keys(types) as TypeName[]).find((name) => column instanceof types[name])!;
const align = (offset: number) => Math.ceil(offset / 8) * 8;

/** @returns the block's bytes; equal columns in equal order give equal bytes. */
export function packColumns(columns: ColumnBlock): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(
    JSON.stringify(
      Object.entries(columns).map(([name, column]) => ({
        name,
        type: typeName(column),
        length: column.length,
      })),
    ),
  );
  let size = align(8 + header.length);
  for (const column of Object.values(columns)) size = align(size + column.byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode("PHC1"));
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(header, 8);
  let offset = align(8 + header.length);
  for (const column of Object.values(columns)) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset = align(offset + column.byteLength);
  }
  return bytes;
}

/** @throws when the bytes are no such block, naming what is wrong. */
export function unpackColumns(bytes: Uint8Array): Record<string, Column> {
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== "PHC1")
    throw new Error("not a column block: the first four bytes are not PHC1");
  const own = new Uint8Array(bytes); // a copy starts at offset 0, so that every column is aligned
  const headerLength = new DataView(own.buffer).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(own.subarray(8, 8 + headerLength))) as {
    name: string;
    type: TypeName;
    length: number;
  }[];
  let offset = align(8 + headerLength);
  const columns: Record<string, Column> = {};
  for (const { name, type, length } of header) {
    const column = new types[type](own.buffer, offset, length);
    columns[name] = column;
    offset = align(offset + column.byteLength);
  }
  return columns;
}
