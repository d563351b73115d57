import { mkdtemp, rm } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { z } from "zod";
import type { LabArchive, labArchives } from "../../contracts/lab-archive";
import type { Paging } from "../../contracts/list";
import { ArchiveProblem, openZip } from "../../formats/zip/read-zip";
import { type InLab, type LabGrant, systemGrant, systemGrantIn, type SystemLabGrant } from "../access/grant";
import { fileName } from "../archive/service";
import { env } from "../env";
import { notFound, Problem } from "../errors";
import { installQueue } from "../jobs/install";
import { authorNames, getLab } from "../labs/service";
import { readRows } from "../paging/service";
import { readUpload, removeUpload, wholeUpload } from "../uploads/service";
import { writeLab } from "./export";
import { readLab } from "./import";
import * as store from "./store";

/** What was made stays for so long. */
const keptDays = 7;
const progressEveryMs = 500;

export async function listArchives(grant: InLab, paging: Paging): Promise<z.infer<typeof labArchives>> {
  const read = async (ids: readonly string[]) => shown(grant, await store.findArchives(grant, ids));
  const [page, isEmpty] = await Promise.all([
    readRows(grant, store.listing(grant), paging, read, ({ id }) => id),
    store.isEmpty(grant),
  ]);
  return { ...page, isEmpty };
}

/** Archives that a lab keeps at a time: each is as large as the lab. */
const mostKept = 3;

/** Begins to write the whole lab into an archive. Throws conflict while one is being made or read, and refused where enough are kept. */
export async function beginExport(grant: LabGrant): Promise<LabArchive> {
  if ((await store.countExports(grant)) >= mostKept)
    throw new Problem("refused", `This lab keeps ${mostKept} archives already, each as large as the lab.`, {
      where: "archive",
      next: `Remove one of them first; each goes by itself after ${keptDays} days.`,
    });
  return begin(grant, "export", null);
}

/**
 * Begins to fill the lab with an uploaded archive, if it is empty: nothing is overwritten. Throws not-found for the upload,
 * and conflict while it is on its way or an archive is being made or read.
 */
export async function beginImport(grant: LabGrant, uploadId: string): Promise<LabArchive> {
  const { id } = await wholeUpload(grant, uploadId);
  return begin(grant, "import", id);
}

async function begin(
  grant: LabGrant,
  kind: "export" | "import",
  uploadId: string | null,
): Promise<LabArchive> {
  await installQueue();
  const { name } = await getLab(grant);
  const row = await store.insertArchive(grant, name, { kind, uploadId });
  if (!row)
    throw new Problem("conflict", "An archive of this lab is being made or read already.", {
      where: "archive",
      next: "Wait until it is done, or cancel it.",
    });
  return (await shown(grant, [row]))[0];
}

/** Throws not-found; what is finished stays as it is. */
export async function cancelArchive(grant: LabGrant, id: string): Promise<void> {
  await existing(grant, id);
  await store.askToCancel(grant, id);
}

/** Throws not-found, also while it is being made or read. */
export async function removeArchive(grant: LabGrant, id: string): Promise<void> {
  const { name } = await getLab(grant);
  if (!(await store.removeArchive(grant, name, id))) throw notFound("archive", id);
}

/** The file. Throws not-found for what is no finished export. */
export async function downloadArchive(grant: InLab, id: string) {
  const row = await existing(grant, id);
  if (row.kind !== "export" || row.status !== "done") throw notFound("archive", id);
  const day = row.createdAt.toISOString().slice(0, 10);
  return {
    fileName: `${fileName(grant.labSlug)}-${day}.phasic-lab.zip`,
    bytes: Readable.toWeb(
      Readable.from(store.readChunks(grant, id), { objectMode: false }),
    ) as ReadableStream<Uint8Array>,
  };
}

class Cancelled extends Error {}

/** The job's work. May be killed at any instruction and run again: an export begins anew, an import is all or nothing. */
export async function workOnArchive(id: string): Promise<void> {
  const task = await store.findTask(systemGrant("worker: lab archive"), id);
  if (!task || task.status === "done" || task.status === "failed" || task.status === "cancelled") return;
  const grant = systemGrantIn(task.lab, "worker: lab archive");
  let told = 0;
  const onStep = async (done: number, total: number) => {
    if (Date.now() - told < progressEveryMs) return;
    told = Date.now();
    if (!(await store.setProgress(grant, id, done, total))) throw new Cancelled();
  };
  try {
    await onStep(0, 0);
    if (task.kind === "export") await exportInto(grant, id, task.lab.name, onStep);
    else await importFrom(grant, id, task.uploadId, onStep);
  } catch (error) {
    if (error instanceof Cancelled) await store.finish(grant, id, { status: "cancelled" });
    else if (error instanceof ArchiveProblem)
      await store.finish(grant, id, { status: "failed", problem: error.message });
    else throw error;
    if (task.kind === "export") await store.clearChunks(grant, id);
  }
}

/** When the queue tries no more. */
export async function failArchive(id: string, reason: string): Promise<void> {
  const task = await store.findTask(systemGrant("worker: lab archive"), id);
  if (!task) return;
  const problem = `It did not work (${reason}). Nothing was changed; try it again.`;
  await store.finish(systemGrantIn(task.lab, "worker: lab archive"), id, { status: "failed", problem });
}

type OnStep = (done: number, total: number) => Promise<void>;

async function exportInto(grant: SystemLabGrant, id: string, name: string, onStep: OnStep): Promise<void> {
  await store.clearChunks(grant, id);
  const { contentHash, byteLength } = await writeLab(
    grant,
    name,
    (index, piece) => store.insertChunk(grant, id, index, piece),
    onStep,
  );
  await store.finish(grant, id, { status: "done", contentHash, byteLength });
}

async function importFrom(
  grant: SystemLabGrant,
  id: string,
  uploadId: string | null,
  onStep: OnStep,
): Promise<void> {
  if (uploadId === null) throw new ArchiveProblem("The uploaded file is not there any more.");
  if (!(await store.isEmpty(grant)))
    throw new ArchiveProblem("The lab holds something already, and an archive overwrites nothing.");
  const folder = await mkdtemp(path.join(tmpdir(), "phasic-lab-"));
  try {
    const file = path.join(folder, "lab.zip");
    await pipeline(Readable.from(readUpload(grant, uploadId)), createWriteStream(file));
    const most = env().PHASIC_UPLOAD_MB * 1024 * 1024;
    const zip = await openZip(file, { entries: 2_000_000, entryBytes: 450e6, totalBytes: 20 * most });
    try {
      const { labName, contentHash } = await readLab(grant, zip, onStep);
      await store.finish(grant, id, { status: "done", labName, contentHash });
    } finally {
      zip.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await removeUpload(grant, uploadId);
}

const day = 24 * 60 * 60 * 1000;
/** @returns how many archives went that were made long enough ago. */
export const removeOldArchives = async (now = Date.now()): Promise<number> =>
  (await store.removeOld(systemGrant("worker: old archives"), new Date(now - keptDays * day))).count;

async function existing(grant: InLab, id: string): Promise<store.ArchiveRecord> {
  const row = await store.findArchive(grant, id);
  if (!row) throw notFound("archive", id);
  return row;
}

async function shown(grant: InLab, rows: readonly store.ArchiveRecord[]): Promise<LabArchive[]> {
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, byteLength, ...row }) => ({
    ...row,
    byteLength: Number(byteLength),
    author: authors(createdById),
  }));
}
