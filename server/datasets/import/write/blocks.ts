/** Blocks of at most about this much, so that whoever reads them back holds little at a time. */
const blockBytes = 1024 * 1024;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Cuts `count` entries of `bytesEach` into stretches of about a megabyte. */
export function* stretches(count: number, bytesEach: number): Generator<Stretch> {
  const most = Math.max(1, Math.floor(blockBytes / Math.max(1, bytesEach)));
  for (let from = 0; from < count; from += most) yield { from, to: Math.min(count, from + most) };
}

type Numbers = Float32Array | Float64Array | Int32Array;
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The entries `from` to `to` as little-endian bytes: a view where this machine writes numbers so anyway. */
export function littleEndian(
  numbers: Numbers,
  { from, to }: Stretch = { from: 0, to: numbers.length },
): Buffer {
  const own = numbers.subarray(from, to);
  const bytes = Buffer.from(own.buffer, own.byteOffset, own.byteLength);
  if (isLittleEndian) return bytes;
  const swapped = Buffer.from(bytes);
  return own.BYTES_PER_ELEMENT === 4 ? swapped.swap32() : swapped.swap64();
}
