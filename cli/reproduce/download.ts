import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ArchiveProblem } from "../../formats/zip/read-zip";

const mostBytes = 4e9;

/** A file on disk for as long as `work` takes: the one that is named, or what an address gives. */
export async function withFile<T>(source: string, work: (file: string) => Promise<T>): Promise<T> {
  if (!/^https?:\/\//i.test(source)) return work(source);
  const folder = mkdtempSync(path.join(tmpdir(), "phasic-archive-"));
  try {
    const file = path.join(folder, "archive.zip");
    await download(archiveAddress(source), file);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page of a publication stands for its archive. */
export function archiveAddress(source: string): URL {
  const url = new URL(source);
  if (!url.pathname.endsWith(".zip")) url.pathname = `${url.pathname.replace(/\/+$/, "")}/archive.zip`;
  return url;
}

async function download(url: URL, file: string): Promise<void> {
  const response = await fetch(url).catch((error: unknown) => {
    const reason =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new ArchiveProblem(`${url.href} could not be reached (${reason}).`);
  });
  if (response.status === 410) throw new ArchiveProblem(`The publication at ${url.href} was withdrawn.`);
  if (!response.ok || !response.body)
    throw new ArchiveProblem(`${url.href} answered ${response.status}: there is no archive.`);
  let received = 0;
  const bounded = new Transform({
    transform(part: Buffer, _encoding, done) {
      received += part.length;
      if (received > mostBytes) done(new ArchiveProblem(`It is larger than ${mostBytes / 1e9} GB.`));
      else done(null, part);
    },
  });
  await pipeline(Readable.fromWeb(response.body as never), bounded, createWriteStream(file));
}
