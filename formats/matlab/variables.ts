import { inflated, plain } from "../bytes/inflate";
import type { SourceFile } from "../bytes/source-file";
import type { Limits } from "../limits";
import { Refusal, readableSize } from "../refusal";
import { Elements, type ArrayHeader } from "./elements";
import { miCompressed, miMatrix } from "./types";

const headerBytes = 128;

/** @returns whether numbers are little-endian, from the two letters at the end of the file's header. */
function byteOrder(file: SourceFile): boolean {
  const mark = file.read(126, 2).toString("latin1");
  if (mark === "IM") return true;
  if (mark === "MI") return false;
  throw new Refusal(
    "The MATLAB header ends (bytes 126 and 127) in neither IM nor MI",
    "the file seems damaged; copy or export it again",
  );
}

export interface Variable {
  readonly elements: Elements;
  readonly header: ArrayHeader;
  /** Passes over what was left unread, and holds the whole to its length and checksum. */
  finish(): Promise<void>;
}

/**
 * The variables of a level 5 MAT-file (-v6 as they are, -v7 compressed), one after the other. Unless it is finished, what
 * the caller leaves unread stays packed.
 */
export async function* readVariables(file: SourceFile, limits: Limits): AsyncGenerator<Variable, void> {
  const little = byteOrder(file);
  let [unpacked, claimed] = [0, 0];
  for (let at = headerBytes, count = 1; at < file.size; count++) {
    const what = `Variable ${count} (at byte ${at})`;
    const bytes = file.read(at, 8);
    if (bytes.length < 8) throw new Refusal(`${what} is cut off`, "copy or download the file again");
    const type = little ? bytes.readUInt32LE(0) : bytes.readUInt32BE(0);
    const size = little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
    const from = at + 8;
    if (size > file.size - from)
      throw new Refusal(
        `${what} claims ${readableSize(size)} where the file has ${readableSize(file.size - from)} left`,
        "the file seems to be cut off; copy or download it again",
      );
    at = from + size;
    if (type !== miMatrix && type !== miCompressed) continue;
    const compressed = type === miCompressed;
    const stream = compressed
      ? inflated(file, from, at, what, limits.unpackedBytes - unpacked)
      : plain(file, from, at, what);
    const elements = new Elements(stream, little);
    try {
      const inner = compressed ? await elements.tag(Infinity) : { type, size };
      if (inner.type !== miMatrix) throw elements.damaged("no array is compressed here");
      // a bomb says how large it will be before it is unpacked
      claimed += inner.size;
      if (compressed && claimed > limits.unpackedBytes) throw stream.tooLarge();
      const header = await elements.header(elements.position + inner.size);
      const finish = async () => {
        if (elements.position > header.end) throw elements.damaged("an array is longer than it claims");
        await elements.skipTo(header.end);
        if ((await stream.drain()) > 7) throw elements.damaged("there are bytes after the array's end");
      };
      yield { elements, header, finish };
      unpacked += stream.position;
    } finally {
      await stream.close();
    }
  }
}
