import type { File } from "h5wasm/node";
import type { SourceFile } from "../bytes/source-file";
import { NeedsMapping, Refusal } from "../refusal";
import { allowOnly } from "./only-file";

const signature = Buffer.from("\x89HDF\r\n\x1a\n", "latin1");

/** The signature stands at byte 0, 512, 1024, 2048, …: before it, others may have written what they like. */
export function isHdf5(file: SourceFile): boolean {
  for (let at = 0; at < file.size; at = at === 0 ? 512 : 2 * at)
    if (file.read(at, signature.length).equals(signature)) return true;
  return false;
}

const damaged = "The HDF5 file is damaged or cut off";
const copyAgain = "copy or download it again";

/** What HDF5's own library reports, on one line: its first words say what it could not do. */
function refusalFor(error: unknown): Refusal {
  const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 120);
  const words = /name not defined/.test(said) ? "one of its objects cannot be read" : said;
  return new Refusal(`${damaged} (${words.trim() || "it cannot be read"})`, copyAgain);
}

/** A mistake of the readers, which no file is to be blamed for: it came up in their code, not in the library's. */
function isOurs(error: unknown): boolean {
  const [, first = ""] = error instanceof Error ? (error.stack ?? "").split(/\n\s*at /) : [];
  return !first.includes("node_modules") && !/wasm/.test(first);
}

/**
 * Opens an HDF5 file for the length of a reading. Only the blocks that are asked for are read.
 *
 * @throws Refusal when the library stumbles over the file's bytes.
 */
export async function* withHdf5<T>(
  file: SourceFile,
  read: (root: File) => Iterable<T> | AsyncIterable<T>,
): AsyncGenerator<T, void> {
  const { default: hdf5, ready } = await import("h5wasm/node");
  await ready;
  const lift = allowOnly(file.path);
  let root: File | null = null;
  try {
    root = new hdf5.File(file.path, "r");
    if (root.file_id < 0n) throw new Refusal(`${damaged} (it cannot be opened)`, copyAgain);
    yield* read(root);
  } catch (error) {
    if (error instanceof Refusal || error instanceof NeedsMapping || isOurs(error)) throw error;
    throw refusalFor(error);
  } finally {
    try {
      root?.close();
    } catch {
      // a damaged file may not even close; the process that read it ends soon
    }
    lift();
  }
}
