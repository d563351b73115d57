import { pipeline } from "node:stream";
import { createInflate } from "node:zlib";
import { Refusal } from "../refusal";
import { ByteStream } from "./byte-stream";
import type { SourceFile } from "./source-file";

async function* unpacked(file: SourceFile, from: number, to: number, what: string): AsyncGenerator<Buffer> {
  if (from >= to) return;
  // errors reach us through the loop below
  const inflate = pipeline(file.stream(from, to), createInflate({ chunkSize: 256 * 1024 }), () => undefined);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `${what} is damaged: its compressed bytes ${from} to ${to} do not unpack (${reason})`,
      "copy or download the file again",
    );
  } finally {
    inflate.destroy();
  }
}

/** The zlib stream at bytes `from` to `to`, unpacked as it is read. */
export const inflated = (file: SourceFile, from: number, to: number, what: string, mostBytes: number) =>
  new ByteStream(unpacked(file, from, to, what), what, mostBytes);

/** The bytes `from` to `to` as they are. */
export function plain(file: SourceFile, from: number, to: number, what: string): ByteStream {
  async function* pieces() {
    yield* file.pieces(from, to, 256 * 1024);
  }
  return new ByteStream(pieces(), what, Infinity);
}
