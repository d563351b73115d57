import { createHash } from "node:crypto";
import { canonicalJson } from "../../contracts/canonical-json";
import {
  type DatasetDetail,
  type DatasetImportInput,
  type DatasetSummary,
  type DatasetVersion,
  type UploadPreview,
} from "../../contracts/dataset";
import type { NamedRow, NameFilter } from "../../contracts/object";
import type { InLab } from "../access/grant";
import { notFound, Problem } from "../errors";
import { installQueue } from "../jobs/install";
import { authorNames } from "../labs/service";
import { signalsOf, summaryOf, versionOf } from "./digest";
import { bundledRecording, readBundledRecording } from "./import/bundled";
import { type RecordedSubject, type Recording, recordingOf } from "./recording";
import * as store from "./store";
import { previewOf } from "./upload/preview";
import { receiveUpload } from "./upload/receive";
import { findUpload } from "./upload/store";

export { runImport } from "./import/run";
export { receiveUpload };
export type { RecordedSubject, Recording };

/** Throws not-found. A file that is no table gives a preview that says so. */
export async function previewUpload(grant: InLab, uploadId: string): Promise<UploadPreview> {
  const upload = await findUpload(grant, uploadId);
  if (!upload) throw notFound("upload", uploadId);
  return previewOf(grant, upload);
}

export async function listDatasets(grant: InLab): Promise<DatasetSummary[]> {
  return summaries(grant, await store.listDatasets(grant));
}

export async function namedDatasets(grant: InLab, filter: NameFilter): Promise<NamedRow[]> {
  const rows = await store.listNames(grant, filter);
  return rows.map(({ versions: [latest], ...row }) => ({ ...row, version: `v${latest.number}` }));
}

/** Archived datasets too: whoever has the address of one may read it. Throws not-found. */
export async function getDataset(grant: InLab, id: string): Promise<DatasetDetail> {
  const row = await existing(grant, id);
  const { sessions, authors } = await context(grant, [row]);
  const [latest] = row.versions;
  const recording = latest.status === "imported" ? await recordingOf(grant, latest.id) : null;
  return {
    ...summaryOf(row, sessions, authors),
    history: row.versions.map((version) => versionOf(version, sessions, authors)),
    subjects: (recording?.subjects ?? []).map(({ name, group, sessions: own }) => ({
      ...{ name, group },
      sessions: own.map((session) => ({ ...session })),
    })),
    signals: recording ? signalsOf(recording) : [],
  };
}

/**
 * Queues an import. The same file under the same mapping is one version: asking again gives that one, and tries again where
 * it was refused. Throws not-found for upload or dataset, conflict when the name is taken by other content.
 */
export async function importDataset(
  grant: InLab,
  input: Omit<DatasetImportInput, "lab">,
): Promise<DatasetVersion> {
  const upload = await findUpload(grant, input.uploadId);
  if (!upload) throw notFound("upload", input.uploadId);
  const dataset = input.datasetId
    ? await existing(grant, input.datasetId)
    : await store.findDatasetNamed(grant, input.name);
  const contentHash = createHash("sha256")
    .update(`${upload.sha256} ${canonicalJson(input.mapping)}`)
    .digest("hex");
  const same = dataset?.versions.find((version) => version.contentHash === contentHash);
  await installQueue();
  if (same) {
    if (same.status === "refused") await store.retryVersion(grant, same);
    return getVersion(grant, same.id);
  }
  if (dataset && !input.datasetId) throw nameTaken(input.name);
  const { uploadId, licence, citation, source, mapping } = input;
  const id = await store.insertVersion(grant, {
    ...{ datasetId: dataset?.id ?? null, name: input.name, number: (dataset?.versions[0].number ?? 0) + 1 },
    ...{ uploadId, licence, citation, source, mapping, contentHash },
  });
  if (id === null) throw nameTaken(input.name);
  return getVersion(grant, id);
}

/**
 * The recording that comes with Phasic as a dataset of the lab, through the same upload and the same job as anybody's file.
 * What the lab has under that name stays as it is. The version may still be on its way when this returns.
 */
export async function ensureBundledRecording(grant: InLab): Promise<DatasetVersion> {
  const { fileName, name, licence, citation, source, mapping } = bundledRecording;
  const found = await store.findDatasetNamed(grant, name);
  if (found) return getVersion(grant, found.versions[0].id);
  const { id: uploadId } = await receiveUpload(grant, fileName, readBundledRecording());
  return importDataset(grant, { uploadId, datasetId: null, name, licence, citation, source, mapping });
}

/** Tries the newest version again. Throws not-found, and conflict when it was not refused. */
export async function retryImport(grant: InLab, datasetId: string): Promise<DatasetVersion> {
  const { versions, name } = await existing(grant, datasetId);
  await installQueue();
  if (!(await store.retryVersion(grant, versions[0])))
    throw new Problem("conflict", `The import of "${name}" is ${versions[0].status}: nothing was refused.`, {
      where: "dataset",
    });
  return getVersion(grant, versions[0].id);
}

/** An archived dataset leaves the lists; comparisons that hold it stay. */
export async function archiveDataset(grant: InLab, id: string, archived: boolean): Promise<DatasetDetail> {
  if (!(await store.setArchived(grant, id, archived))) throw notFound("dataset", id);
  return getDataset(grant, id);
}

/** Throws not-found. */
export async function getVersion(grant: InLab, id: string): Promise<DatasetVersion> {
  const row = await store.findVersion(grant, id);
  if (!row) throw notFound("dataset version", id);
  const { sessions, authors } = await context(grant, [{ versions: [row] }]);
  return versionOf(row, sessions, authors);
}

export interface VersionRecording {
  readonly version: DatasetVersion;
  /** Null until the version is imported. */
  readonly recording: Recording | null;
}

/** A version with its means over trials, for comparisons. Throws not-found. */
export async function getRecording(grant: InLab, versionId: string): Promise<VersionRecording> {
  const version = await getVersion(grant, versionId);
  return { version, recording: version.status === "imported" ? await recordingOf(grant, versionId) : null };
}

async function existing(grant: InLab, id: string): Promise<store.DatasetRecord> {
  const row = await store.findDataset(grant, id);
  if (!row) throw notFound("dataset", id);
  return row;
}

function nameTaken(name: string): Problem {
  const message = `This lab has a dataset named "${name}" already.`;
  return new Problem("conflict", message, {
    where: "name",
    next: "Choose another name, or import a new version of that dataset.",
    fields: { name: [message] },
  });
}

async function context(grant: InLab, rows: readonly Pick<store.DatasetRecord, "versions">[]) {
  const versions = rows.flatMap((row) => row.versions);
  const [found, authors] = await Promise.all([
    store.listSessions(
      grant,
      versions.map(({ id }) => id),
    ),
    authorNames(
      grant,
      versions.map(({ createdById }) => createdById),
    ),
  ]);
  const sessions = new Map<string, store.SessionRecord[]>(versions.map(({ id }) => [id, []]));
  for (const session of found) sessions.get(session.versionId)!.push(session);
  return { sessions, authors };
}

async function summaries(grant: InLab, rows: readonly store.DatasetRecord[]): Promise<DatasetSummary[]> {
  const { sessions, authors } = await context(grant, rows);
  return rows.map((row) => summaryOf(row, sessions, authors));
}
