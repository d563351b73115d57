import { createHash } from "node:crypto";
import { canonicalJson } from "../../contracts/canonical-json";
import {
  aboutRecording,
  type DatasetDetail,
  type DatasetImportInput,
  type DatasetSummary,
  type DatasetVersion,
} from "../../contracts/dataset";
import type { DatasetSelection } from "../../contracts/export";
import type { SessionFigures } from "../../contracts/session";
import type { SubjectFigures } from "../../contracts/subject";
import type { ListQuestion, Page, Paging, Rows } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import { answers as readAnswers } from "../../contracts/reading";
import type { OwnWindows } from "../../engine/measures/own-windows";
import { type InLab, type Reader, systemGrant } from "../access/grant";
import type { Entry } from "../archive/service";
import { notFound, Problem } from "../errors";
import { installQueue } from "../jobs/install";
import { authorNames } from "../labs/service";
import { readNumbered, readPage } from "../lists/service";
import { keepFile, wholeUpload } from "../uploads/service";
import { signalsOf, subjectsOf, summaryOf, versionOf } from "./digest";
import { type Export, exportVersion, nwbOfGroup } from "./export/export";
import * as imports from "./import/store";
import { bundledRecording, readBundledRecording } from "./import/bundled";
import { type AlignedSignal, type RecordedSubject, type Recording, recordingOf } from "./recording";
import { sessionFigures, type SessionWanted } from "./measures/session";
import { subjectFigures, type SubjectWanted } from "./measures/subject";
import { type Training, trainingOf } from "./measures/training";
import * as store from "./store";

export { documents as datasetDocuments } from "./store";

export { failImport, type FileToRead, type ReadFile, runImport } from "./import/run";
export {
  failInspection,
  forgetOldInspections,
  inspectAgain,
  inspectUpload,
  runInspection,
} from "./inspect/run";
export { type Animal, animalsOf } from "./read/animals";
export { type Cuts, cutAround, type Window } from "./read/cut";
export * from "./read/session";
export { trialTypeOf, unpairedCue } from "./read/trial-type";
export type { AlignedSignal, RecordedSubject, Recording, Training };
export { trainingOf } from "./measures/training";

export const listDatasets = (grant: Reader, question: ListQuestion): Promise<Page<DatasetSummary>> =>
  readPage(grant, store.listing(grant), question, async (ids) => {
    const rows = await store.findDatasets(grant, ids);
    const authors = await authorsOf(grant, rows);
    return rows.map((row) => summaryOf(row, authors));
  });

export async function namedDatasets(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  const rows = await store.listNames(grant, filter);
  return rows.map(({ versions: [latest], ...row }) => ({ ...row, version: `v${latest.number}` }));
}

/** Datasets in the trash too: whoever has the address of one may read it. Throws not-found. */
export async function getDataset(grant: Reader, id: string): Promise<DatasetDetail> {
  const row = await existing(grant, id);
  const authors = await authorsOf(grant, [row]);
  const [latest] = row.versions;
  const recording = latest.status === "imported" ? await recordingOf(grant, latest.id) : null;
  return {
    ...summaryOf(row, authors),
    subjects: recording ? subjectsOf(recording) : [],
    signals: recording ? signalsOf(recording) : [],
  };
}

/** Its versions, the newest first. Throws not-found. */
export async function listVersions(grant: Reader, id: string, paging: Paging): Promise<Rows<DatasetVersion>> {
  const { _count } = await existing(grant, id);
  return readNumbered(
    paging,
    async (before, take) => {
      const versions = await store.listVersions(grant, id, before, take);
      const authors = await authorsOf(grant, [{ versions }]);
      return versions.map((version) => versionOf(version, authors));
    },
    _count.versions,
  );
}

/**
 * Queues an import. The same file with the same answers is one version: asking again gives that one, and tries again where
 * it was refused or cancelled. Throws not-found for upload or dataset, conflict when the upload is on its way or the name is taken by other content.
 */
export async function importDataset(
  grant: InLab,
  input: Omit<DatasetImportInput, "lab">,
): Promise<DatasetVersion> {
  const upload = await wholeUpload(grant, input.uploadId);
  const dataset = input.datasetId
    ? await existing(grant, input.datasetId)
    : await store.findDatasetNamed(grant, input.name);
  const about = aboutRecording.parse(input);
  const answers = readAnswers.parse(input.answers ?? {});
  const contentHash = createHash("sha256")
    .update(`${upload.sha256} ${canonicalJson({ answers, about })}`)
    .digest("hex");
  const same = dataset && (await store.findSame(grant, dataset.id, contentHash));
  await installQueue();
  if (same) {
    await store.retryVersion(grant, same);
    return getVersion(grant, same.id);
  }
  if (dataset && !input.datasetId) throw nameTaken(input.name);
  const id = await store.insertVersion(grant, {
    ...{ datasetId: dataset?.id ?? null, name: input.name, number: (dataset?.versions[0].number ?? 0) + 1 },
    ...{ ...about, uploadId: upload.id, answers, contentHash },
  });
  if (id === null) throw nameTaken(input.name);
  return getVersion(grant, id);
}

/**
 * The recording that comes with Phasic as a dataset of the lab, through the same upload and the same job as anybody's file.
 * What the lab has under that name stays as it is. The version may still be on its way when this returns.
 */
export async function ensureBundledRecording(grant: InLab): Promise<DatasetVersion> {
  const { fileName, ...wanted } = bundledRecording;
  const { name } = wanted;
  const found = await store.findDatasetNamed(grant, name);
  if (found) return getVersion(grant, found.versions[0].id);
  const { id: uploadId } = await keepFile(grant, fileName, await readBundledRecording());
  return importDataset(grant, { ...wanted, uploadId, datasetId: null });
}

/** Ends the import of the newest version. Throws not-found, and conflict when none is on its way. */
export async function cancelImport(grant: InLab, datasetId: string): Promise<DatasetVersion> {
  const { versions, name } = await existing(grant, datasetId);
  const [{ id, status }] = versions;
  if (!(await imports.cancelImport(grant, { id, datasetId })))
    throw new Problem("conflict", `The import of "${name}" is ${status}: there is nothing to cancel.`, {
      where: "dataset",
    });
  return getVersion(grant, id);
}

/** Tries the newest version again. Throws not-found, and conflict when it was neither refused nor cancelled. */
export async function retryImport(grant: InLab, datasetId: string): Promise<DatasetVersion> {
  const { versions, name } = await existing(grant, datasetId);
  await installQueue();
  if (!(await store.retryVersion(grant, versions[0])))
    throw new Problem(
      "conflict",
      `The import of "${name}" is ${versions[0].status}: there is nothing to try again.`,
      {
        where: "dataset",
      },
    );
  return getVersion(grant, versions[0].id);
}

/** Throws not-found. */
export async function getVersion(grant: Reader, id: string): Promise<DatasetVersion> {
  const row = await store.findVersion(grant, id);
  if (!row) throw notFound("dataset version", id);
  return versionOf(row, await authorsOf(grant, [{ versions: [row] }]));
}

export interface VersionRecording {
  readonly version: DatasetVersion;
  /** Null until the version is imported. */
  readonly recording: Recording | null;
  /** Shared measures of every trial; null until the version is imported. */
  readonly training: Training | null;
}

/** A version with its means over trials and its measures of each, for comparisons. Throws not-found. */
export async function getRecording(
  grant: Reader,
  versionId: string,
  windows: OwnWindows = {},
): Promise<VersionRecording> {
  const version = await getVersion(grant, versionId);
  if (version.status !== "imported") return { version, recording: null, training: null };
  const [recording, training] = await Promise.all([
    recordingOf(grant, versionId),
    trainingOf(grant, version, windows),
  ]);
  return { version, recording, training };
}

/** Learning curves of one animal over all of its sessions. Throws not-found. */
export const getSubject = async (
  grant: Reader,
  versionId: string,
  wanted: SubjectWanted,
): Promise<SubjectFigures> => subjectFigures(grant, await getVersion(grant, versionId), wanted);

/** One session of one animal, trial by trial. Throws not-found. */
export const getSession = async (
  grant: Reader,
  versionId: string,
  wanted: SessionWanted,
): Promise<SessionFigures> => sessionFigures(grant, await getVersion(grant, versionId), wanted);

/** A version, or a part of it, as an archive. Throws not-found. */
export const exportDataset = async (
  grant: Reader,
  versionId: string,
  selection: DatasetSelection,
): Promise<Export> => exportVersion(grant, await getVersion(grant, versionId), selection);

/** The sessions of one group as NWB files of an archive. Throws not-found. */
export const filesOfGroup = async (
  grant: Reader,
  versionId: string,
  place: { readonly group: string; readonly within: string },
): Promise<Entry[]> => nwbOfGroup(grant, await getVersion(grant, versionId), place);

/** Of imports that no job would pick up, or that end with every worker. */
export const repairImports = (): Promise<void> =>
  imports.repairImports(systemGrant("worker: imports without a job"));

async function existing(grant: Reader, id: string): Promise<store.DatasetRecord> {
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

const authorsOf = (grant: Reader, rows: readonly Pick<store.DatasetRecord, "versions">[]) =>
  authorNames(
    grant,
    rows.flatMap(({ versions }) => versions.map(({ createdById }) => createdById)),
  );
