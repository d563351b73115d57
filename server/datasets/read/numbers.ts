type Kind = Float32ArrayConstructor | Float64ArrayConstructor | Int32ArrayConstructor;
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The numbers of a stored block, in memory of their own. */
export function numbersIn<T extends Kind>(Type: T, bytes: Buffer): InstanceType<T> {
  const own = new Uint8Array(bytes); // a copy begins at offset 0, so that every number is aligned
  if (!isLittleEndian) {
    const view = Buffer.from(own.buffer);
    if (Type.BYTES_PER_ELEMENT === 4) view.swap32();
    else view.swap64();
  }
  return new Type(own.buffer) as InstanceType<T>;
}

/** Blocks one after the other. */
export function joined(blocks: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const all = new Float64Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}
