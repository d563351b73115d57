import { deflateSync } from "node:zlib";

/** Writes level 5 MAT-files, for tests and benchmarks: what is read back must be what was meant. */

const types = { double: [6, 9, 8], single: [7, 7, 4], uint8: [9, 2, 1], int16: [10, 3, 2] } as const;
type Kind = keyof typeof types;

export interface MatArray {
  readonly kind: Kind;
  readonly dims: readonly number[];
  /** Column by column. */
  readonly numbers: ArrayLike<number>;
}
export interface MatStruct {
  readonly fields: readonly string[];
  /** Element by element; in each the fields in their order. */
  readonly records: readonly (readonly MatArray[])[];
}

export class MatWriter {
  constructor(private readonly little = true) {}

  private ints(...values: number[]): Buffer {
    const bytes = Buffer.alloc(4 * values.length);
    for (const [at, value] of values.entries())
      if (this.little) bytes.writeInt32LE(value, 4 * at);
      else bytes.writeInt32BE(value, 4 * at);
    return bytes;
  }

  element(type: number, data: Buffer): Buffer {
    return Buffer.concat([this.ints(type, data.length), data, Buffer.alloc(-data.length & 7)]);
  }

  private matrix(name: string, kind: number, dims: readonly number[], content: Buffer[]): Buffer {
    return this.element(
      14,
      Buffer.concat([
        this.element(6, this.ints(kind, 0)),
        this.element(5, this.ints(...dims)),
        this.element(1, Buffer.from(name, "latin1")),
        ...content,
      ]),
    );
  }

  array({ kind, dims, numbers }: MatArray, name = ""): Buffer {
    const [code, type, size] = types[kind];
    const data = Buffer.alloc(numbers.length * size);
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    for (let at = 0; at < numbers.length; at++) {
      if (kind === "double") view.setFloat64(at * size, numbers[at], this.little);
      else if (kind === "single") view.setFloat32(at * size, numbers[at], this.little);
      else if (kind === "int16") view.setInt16(at * size, numbers[at], this.little);
      else view.setUint8(at, numbers[at]);
    }
    return this.matrix(name, code, dims, [this.element(type, data)]);
  }

  /** A column of cells. */
  cells(name: string, arrays: readonly MatArray[]): Buffer {
    return this.matrix(
      name,
      1,
      [arrays.length, 1],
      arrays.map((array) => this.array(array)),
    );
  }

  /** Complex doubles. */
  complex(
    name: string,
    dims: readonly number[],
    real: readonly number[],
    imaginary: readonly number[],
  ): Buffer {
    const part = (numbers: readonly number[]) =>
      this.element(9, Buffer.from(Float64Array.from(numbers).buffer));
    return this.matrix(name, 6 | 0x800, dims, [part(real), part(imaginary)]);
  }

  /** The pieces of a struct array one after the other, so that none has to be held with all others. */
  *structPieces(
    name: string,
    fields: readonly string[],
    records: number,
    bytes: number,
    arrays: Iterable<Buffer>,
  ) {
    const width = 64;
    const names = Buffer.alloc(width * fields.length);
    for (const [at, field] of fields.entries()) names.write(field, at * width, "latin1");
    const head = this.matrix(
      name,
      2,
      [1, records],
      [this.element(5, this.ints(width)), this.element(1, names)],
    );
    head.set(this.ints(head.length - 8 + bytes), 4);
    yield head;
    yield* arrays;
  }

  struct(name: string, { fields, records }: MatStruct): Buffer {
    const arrays = records.flat().map((array) => this.array(array));
    const bytes = arrays.reduce((sum, array) => sum + array.length, 0);
    return Buffer.concat([...this.structPieces(name, fields, records.length, bytes, arrays)]);
  }

  header(): Buffer {
    const header = Buffer.alloc(128, " ");
    header.write("MATLAB 5.0 MAT-file, synthetic", 0, "latin1");
    header.set(this.little ? [0x00, 0x01, 0x49, 0x4d] : [0x01, 0x00, 0x4d, 0x49], 124);
    return header;
  }

  compressed(variable: Buffer): Buffer {
    const data = deflateSync(variable);
    return Buffer.concat([this.ints(15, data.length), data]);
  }

  file(...variables: Buffer[]): Buffer {
    return Buffer.concat([this.header(), ...variables]);
  }
}
