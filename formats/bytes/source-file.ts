import { createHash } from "node:crypto";
import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../refusal";

/** A file that is read where needed and never held as a whole. */
export class SourceFile {
  private constructor(
    readonly path: string,
    private readonly descriptor: number,
    readonly size: number,
    /** As its owner knows it; the path may be a temporary one. */
    readonly name: string,
  ) {}

  /** @throws Refusal when it is missing, is no file, or is empty. */
  static open(filePath: string, name = path.basename(filePath)): SourceFile {
    let descriptor: number;
    try {
      // opening a pipe would wait for somebody to write into it
      if (!statSync(filePath).isFile())
        throw new Refusal("This is not a file", "give a file rather than a folder");
      descriptor = openSync(filePath, "r");
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal("The file cannot be opened", "check that it is still there and may be read");
    }
    const { size } = fstatSync(descriptor);
    if (size > 0) return new SourceFile(filePath, descriptor, size, name);
    closeSync(descriptor);
    throw new Refusal("The file is empty (0 bytes)", "copy or export it again");
  }

  /** @returns up to `length` bytes from `position`: fewer at the end of the file. */
  read(position: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - position)));
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(this.descriptor, bytes, done, bytes.length - done, position + done);
      if (count === 0) break;
      done += count;
    }
    return bytes.subarray(0, done);
  }

  /** The bytes from `from` up to, not including, `to`. */
  stream(from: number, to: number) {
    return createReadStream(this.path, { start: from, end: to - 1, highWaterMark: 256 * 1024 });
  }

  *pieces(from = 0, to = this.size, length = 1024 * 1024): Generator<Buffer> {
    for (let at = from; at < to; at += length) yield this.read(at, Math.min(length, to - at));
  }

  digest(algorithm: "md5" | "sha256"): string {
    const hash = createHash(algorithm);
    for (const piece of this.pieces()) hash.update(piece);
    return hash.digest("hex");
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
