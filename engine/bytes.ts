/** Little-endian bytes of numbers and arrays: what checkpoints are made of. Equal values give equal bytes. */

export interface Writer {
  number(value: number): void;
  text(value: string): void;
  numbers(values: Float64Array): void;
  integers(values: Int32Array): void;
  floats(values: Float32Array): void;
  bytes(): Uint8Array;
}

export interface Reader {
  number(): number;
  text(): string;
  numbers(): Float64Array;
  integers(): Int32Array;
  floats(): Float32Array;
  /** Throws RangeError when bytes are left over. */
  end(): void;
}

export function createWriter(): Writer {
  let buffer = new Uint8Array(4096);
  let view = new DataView(buffer.buffer);
  let length = 0;
  const room = (bytes: number) => {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + bytes));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
    view = new DataView(buffer.buffer);
  };
  const count = (value: number) => {
    room(4);
    view.setUint32(length, value, true);
    length += 4;
  };
  const raw = (source: ArrayBufferView) => {
    room(source.byteLength);
    buffer.set(new Uint8Array(source.buffer, source.byteOffset, source.byteLength), length);
    length += source.byteLength;
  };
  const array = (source: Float64Array | Int32Array | Float32Array) => {
    count(source.length);
    raw(source);
  };
  return {
    number(value) {
      room(8);
      view.setFloat64(length, value, true);
      length += 8;
    },
    text(value) {
      const encoded = new TextEncoder().encode(value);
      count(encoded.length);
      raw(encoded);
    },
    numbers: array,
    integers: array,
    floats: array,
    bytes: () => buffer.slice(0, length),
  };
}

/** Reads what a writer wrote, in the same order. Throws RangeError when bytes are missing. */
export function createReader(bytes: Uint8Array): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  const take = (size: number) => {
    const from = position;
    position += size;
    if (position > bytes.length) throw new RangeError("The checkpoint ends early: it is incomplete.");
    return from;
  };
  const count = () => view.getUint32(take(4), true);
  const copy = (size: number) => {
    const from = take(size);
    return bytes.slice(from, from + size).buffer;
  };
  return {
    number: () => view.getFloat64(take(8), true),
    text: () => new TextDecoder().decode(copy(count())),
    numbers: () => new Float64Array(copy(8 * count())),
    integers: () => new Int32Array(copy(4 * count())),
    floats: () => new Float32Array(copy(4 * count())),
    end() {
      if (position !== bytes.length)
        throw new RangeError("The checkpoint has bytes left over: it is another run's.");
    },
  };
}
