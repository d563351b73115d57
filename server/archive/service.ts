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
 * @param modified of every entry; null where equal content has to give equal bytes, wherever and whenever it is made.
 */
export function zipOf(entries: readonly Entry[], modified: Date | null): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let source: Readable | undefined;
  zip.on("error", (error: Error) => output.destroy(error));
  output.on("close", () => source?.destroy());
  for (const { name, bytes, compress } of entries)
    zip.addReadStreamLazy(name, { compress, ...timeOf(modified) }, (take) => {
      source = Readable.from(buffers(bytes()), { objectMode: false });
      // yazl leaves errors of a source to whoever made it
      source.on("error", (error) => output.destroy(error));
      take(null, source);
    });
  zip.end();
  return webOf(output);
}

/** Kept as a clock shows it: the same one in every zone. */
const timeOf = (modified: Date | null) =>
  modified ? { mtime: modified } : { mtime: new Date(2000, 0, 1), forceDosTimestamp: true };

/** Node's own Readable.toWeb throws where nobody can catch it when a browser gives up a download (Node 20). */
function webOf(output: Readable): ReadableStream<Uint8Array> {
  const parts = output[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        output.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* buffers(parts: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>) {
  for await (const part of parts) {
    yield typeof part === "string" ? Buffer.from(part) : part;
    // pages come first: what makes the parts computes
    await new Promise(setImmediate);
  }
}
