import { Refusal, readableSize } from "../refusal";

/**
 * Bytes that arrive in pieces, read forwards: a few at a time into one buffer, or many piece by piece, so that what is
 * held never grows with the file.
 */
export class ByteStream {
  private held: Buffer = Buffer.alloc(0);
  private offset = 0;
  /** Bytes taken so far. */
  position = 0;

  /** `what` stands in sentences for where the bytes come from. */
  constructor(
    private readonly source: AsyncIterator<Buffer>,
    readonly what: string,
    private readonly mostBytes: number,
  ) {}

  private async more(): Promise<boolean> {
    const { done, value } = await this.source.next();
    if (done) return false;
    const left = this.held.subarray(this.offset);
    this.held = left.length === 0 ? value : Buffer.concat([left, value]);
    this.offset = 0;
    return true;
  }

  private count(bytes: number) {
    this.position += bytes;
    if (this.position > this.mostBytes) throw this.tooLarge();
  }

  tooLarge(): Refusal {
    return new Refusal(
      `${this.what} unpacks to more than ${readableSize(this.mostBytes)}`,
      "save it again without compression, or in smaller files",
    );
  }

  private cut(): Refusal {
    return new Refusal(
      `${this.what} ends early, after ${readableSize(this.position)}`,
      "the file seems to be cut off; copy or download it again",
    );
  }

  /** @returns the next `length` bytes; only for lengths that are small by their nature. */
  async take(length: number): Promise<Buffer> {
    while (this.held.length - this.offset < length) if (!(await this.more())) throw this.cut();
    const bytes = this.held.subarray(this.offset, this.offset + length);
    this.offset += length;
    this.count(length);
    return bytes;
  }

  /** The next `length` bytes in pieces, each a multiple of `grain` bytes (but for a remainder of the whole). */
  async *pieces(length: number, grain = 1): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      const ready = Math.min(this.held.length - this.offset, left);
      const whole = ready === left ? ready : ready - (ready % grain);
      if (whole === 0) {
        if (!(await this.more())) throw this.cut();
        continue;
      }
      const piece = this.held.subarray(this.offset, this.offset + whole);
      this.offset += whole;
      left -= whole;
      this.count(whole);
      yield piece;
    }
  }

  async skip(length: number): Promise<void> {
    const pieces = this.pieces(length);
    while (!(await pieces.next()).done);
  }

  /** Reads to the end, which is where a wrong checksum shows. @returns how many bytes there were. */
  async drain(): Promise<number> {
    let count = this.held.length - this.offset;
    this.held = Buffer.alloc(0);
    this.offset = 0;
    for (;;) {
      const { done, value } = await this.source.next();
      if (done) return count;
      count += value.length;
      this.count(value.length);
    }
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }
}
