import { Readable } from "node:stream";
import { ZipFile } from "yazl";

export interface Entry {
  /** Parts of the path, each made safe by `fileName`. */
  readonly name: string;
  /** Called when its turn comes: one entry is in memory at a time. */
  readonly bytes: () => AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
  /** False for what hardly gets smaller. */
  readonly compress: boolean;
}

/** A name that is a file's on every system and leads nowhere else. */
export const fileName = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 100) || "unnamed";

/**
 * A zip archive (zip64 where it grows large), made while it is read. What an entry throws breaks the stream off, so that
 * nobody takes half an archive for a whole one.
 *
 * @param modified of every entry.
 */
export function zipOf(entries: readonly Entry[], modified: Date): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  for (const { name, bytes, compress } of entries)
    zip.addReadStreamLazy(name, { compress, mtime: modified }, (take) =>
      take(null, Readable.from(buffers(bytes()), { objectMode: false })),
    );
  zip.end();
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;
}

async function* buffers(parts: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>) {
  for await (const part of parts) {
    yield typeof part === "string" ? Buffer.from(part) : part;
    // pages come first: what makes the parts computes
    await new Promise(setImmediate);
  }
}
