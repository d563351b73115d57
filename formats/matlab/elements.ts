import type { ByteStream } from "../bytes/byte-stream";
import { Refusal, readableSize } from "../refusal";
import { classNamed, miInt32, miInt8, miMatrix, miUint32, type ArrayClass } from "./types";

export interface Tag {
  readonly type: number;
  /** Bytes of data, without the tag and without padding. */
  readonly size: number;
  /** Up to four bytes of data may sit in the tag itself. */
  readonly inside: Buffer | null;
}

/** What stands before an array's data. `end` is where the array ends, counted from the start of its variable. */
export interface ArrayHeader {
  readonly name: string;
  readonly class: ArrayClass;
  readonly complex: boolean;
  readonly logical: boolean;
  readonly dims: readonly number[];
  readonly end: number;
}

const copyAgain = "the file seems damaged; copy or export it again";
const mostDims = 32;

/** The elements of one variable, forwards. Every size a file claims is held against the bytes that are left. */
export class Elements {
  constructor(
    readonly stream: ByteStream,
    readonly little: boolean,
  ) {}

  get position(): number {
    return this.stream.position;
  }

  damaged(what: string, at = this.position): Refusal {
    return new Refusal(`${this.stream.what} is damaged at byte ${at}: ${what}`, copyAgain);
  }

  async tag(end: number): Promise<Tag> {
    const at = this.position;
    if (at + 8 > end) throw this.damaged("an element starts where its array has ended");
    const bytes = await this.stream.take(8);
    const first = this.little ? bytes.readUInt32LE(0) : bytes.readUInt32BE(0);
    if (first >>> 16) {
      const size = first >>> 16;
      if (size > 4) throw this.damaged(`a short element claims ${size} bytes`, at);
      return { type: first & 0xffff, size, inside: Buffer.from(bytes.subarray(4, 4 + size)) };
    }
    const size = this.little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
    if (size > end - this.position)
      throw this.damaged(
        `an element claims ${readableSize(size)} where ${readableSize(Math.max(0, end - this.position))} are left`,
        at,
      );
    return { type: first, size, inside: null };
  }

  /** Elements are padded to eight bytes; writers leave the padding away at the very end. */
  async pad(tag: Tag, end: number): Promise<void> {
    if (!tag.inside) await this.stream.skip(Math.max(0, Math.min(-tag.size & 7, end - this.position)));
  }

  /** The data of an element of at most `most` bytes. */
  async small(type: number, most: number, end: number, what: string): Promise<Buffer> {
    const tag = await this.tag(end);
    if (tag.type !== type || tag.size > most) throw this.damaged(`${what} are expected here`);
    if (tag.inside) return tag.inside;
    const data = Buffer.from(await this.stream.take(tag.size));
    await this.pad(tag, end);
    return data;
  }

  int32(bytes: Buffer, at: number): number {
    return this.little ? bytes.readInt32LE(at) : bytes.readInt32BE(at);
  }

  async skipTo(end: number): Promise<void> {
    await this.stream.skip(Math.max(0, end - this.position));
  }

  /** The header of an array nested in another. */
  async nested(end: number): Promise<ArrayHeader> {
    const tag = await this.tag(end);
    if (tag.type !== miMatrix) throw this.damaged(`an array is expected, not an element of type ${tag.type}`);
    return this.header(this.position + tag.size);
  }

  /** The header of the array whose tag was read. */
  async header(end: number): Promise<ArrayHeader> {
    const empty = { name: "", class: "double" as const, complex: false, logical: false, dims: [0, 0], end };
    if (end === this.position) return empty;
    const flags = await this.small(miUint32, 8, end, "an array's flags");
    if (flags.length < 8) throw this.damaged("an array's flags are too short");
    const bits = this.int32(flags, 0);
    const name = classNamed(bits & 0xff);
    if (!name) throw this.damaged(`an array has the unknown class ${bits & 0xff}`);
    const opaque = name === "opaque";
    // Octave writes sparse truth values as if they were whole; only of sparse arrays a number of entries is given
    const sparse = (bits & 0x200) !== 0 && this.int32(flags, 4) > 0;
    const sizes = opaque
      ? Buffer.alloc(0)
      : await this.small(miInt32, 4 * mostDims, end, "an array's dimensions");
    const dims = Array.from({ length: sizes.length / 4 }, (_, index) => this.int32(sizes, 4 * index));
    if (dims.some((size) => size < 0)) throw this.damaged("an array has a negative size");
    if (!opaque && dims.length < 2) throw this.damaged("an array has fewer than two dimensions");
    return {
      ...{ name: (await this.small(miInt8, 4096, end, "an array's name")).toString("latin1") },
      class: sparse ? "sparse" : name,
      ...{ complex: (bits & 0x800) !== 0, logical: (bits & 0x200) !== 0, dims, end },
    };
  }
}

export const countOf = (dims: readonly number[]): number => dims.reduce((count, size) => count * size, 1);
