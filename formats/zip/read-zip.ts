import { type Entry, openPromise } from "yauzl";
import { quoted } from "../refusal";

/** What is wrong with an archive, in a sentence. */
export class ArchiveProblem extends Error {}

export interface ZipLimits {
  readonly entries: number;
  /** Of one entry and of all of them, unpacked. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** An archive whose paths and sizes were checked. Nothing is written anywhere and nothing in it is run. */
export interface Zip {
  /** Unpacked sizes by path. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Throws ArchiveProblem for what is not there, or is not as long as it says. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

const symbolicLink = 0xa000;
const kindOf = ({ externalFileAttributes }: Entry) => (externalFileAttributes >>> 16) & 0xf000;
const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** Throws ArchiveProblem where the file is no archive, leads out of it, or is larger than the limits. */
export async function openZip(file: string, limits: ZipLimits): Promise<Zip> {
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
  const zip = await openPromise(file, options).catch(refuse);
  const entries = new Map<string, Entry>();
  try {
    let total = 0;
    if (zip.entryCount > limits.entries)
      throw new ArchiveProblem(`It holds ${zip.entryCount} files; at most ${limits.entries} are read.`);
    for await (const entry of zip.eachEntry()) {
      const { fileName: path, uncompressedSize: size } = entry;
      if (path.endsWith("/")) continue;
      if (!isPlain(path)) throw new ArchiveProblem(`The path ${quoted(path)} leads out of it.`);
      if (kindOf(entry) === symbolicLink) throw new ArchiveProblem(`${quoted(path)} is a link, not a file.`);
      if (entry.isEncrypted()) throw new ArchiveProblem(`${quoted(path)} is encrypted.`);
      if (entries.has(path)) throw new ArchiveProblem(`${quoted(path)} is in it twice.`);
      if (size > limits.entryBytes)
        throw new ArchiveProblem(
          `${quoted(path)} is ${mb(size)} unpacked; at most ${mb(limits.entryBytes)} are read.`,
        );
      total += size;
      if (total > limits.totalBytes)
        throw new ArchiveProblem(`Unpacked it is more than ${mb(limits.totalBytes)}.`);
      entries.set(path, entry);
    }
  } catch (error) {
    zip.close();
    return refuse(error);
  }
  return {
    sizes: new Map([...entries].map(([path, { uncompressedSize }]) => [path, uncompressedSize])),
    async read(path) {
      const entry = entries.get(path);
      if (!entry) throw new ArchiveProblem(`${quoted(path)} is not in it.`);
      try {
        const bytes = new Uint8Array(entry.uncompressedSize);
        let at = 0;
        for await (const part of await zip.openReadStreamPromise(entry)) {
          bytes.set(part as Buffer, at);
          at += (part as Buffer).length;
        }
        return bytes;
      } catch (error) {
        return refuse(error);
      }
    },
    close: () => zip.close(),
  };
}

/** Path segments of a file below the archive's own root, on every system. */
const isPlain = (path: string): boolean =>
  path.length <= 400 &&
  !/[\\:\p{Cc}]/u.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

function refuse(error: unknown): never {
  if (error instanceof ArchiveProblem) throw error;
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    throw new ArchiveProblem("There is no such file.");
  throw new ArchiveProblem(
    `It is no whole zip archive (${error instanceof Error ? error.message : String(error)}).`,
  );
}
