/** Damages bytes in ways that transfers, disks, editors and attackers do. One seed gives one result. */

/** A small generator of pseudorandom numbers (mulberry32), in [0, 1). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Damage = (bytes: Buffer, below: (limit: number) => number) => Buffer;

const telling = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x2c, 0x0a, 0x2d];
const sizes = [0, 1, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0x10000, 1_000_000];

const damages: readonly Damage[] = [
  (bytes, below) => {
    bytes[below(bytes.length)] ^= 1 << below(8);
    return bytes;
  },
  (bytes, below) => {
    bytes[below(bytes.length)] = telling[below(telling.length)];
    return bytes;
  },
  (bytes, below) => {
    const at = below(Math.max(1, bytes.length - 4));
    if (at + 4 <= bytes.length) bytes.writeUInt32LE(sizes[below(sizes.length)], at);
    return bytes;
  },
  (bytes, below) => bytes.subarray(0, below(bytes.length)),
  (bytes, below) => {
    const at = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(64))]);
  },
  (bytes, below) => {
    const [at, from] = [below(bytes.length), below(bytes.length)];
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(from, from + 1 + below(64)),
      bytes.subarray(at),
    ]);
  },
  (bytes, below) => {
    const at = below(bytes.length);
    return bytes.fill(telling[below(telling.length)], at, Math.min(bytes.length, at + below(32)));
  },
];

/** Damages that leave every other byte where it is come first. */
const inPlace = 3;

/**
 * A copy with one damage in place, which gets past checks of lengths, or with up to four of any kind; half of them near
 * the beginning, where headers are.
 */
export function mutated(original: Buffer, seed: number): Buffer {
  const random = chance(seed);
  const [near, gentle] = [random() < 0.5, random() < 0.5];
  const below = (limit: number) => Math.floor(random() * (near && limit > 64 ? Math.min(limit, 600) : limit));
  let bytes: Buffer = Buffer.from(original);
  for (let left = gentle ? 1 : 1 + Math.floor(random() * 4); left > 0 && bytes.length > 0; left--)
    bytes = damages[Math.floor(random() * (gentle ? inPlace : damages.length))](bytes, below);
  return bytes;
}
