import type { DatasetVersion } from "../../../contracts/dataset";
import { type DatasetSelection, datasetSelection } from "../../../contracts/export";
import { csvOf } from "../../../formats/write/csv";
import { nwbOf } from "../../../formats/write/nwb";
import { parquetOf } from "../../../formats/write/parquet";
import { dictionaryOf, type Table } from "../../../formats/write/tidy";
import type { Reader } from "../../access/grant";
import { type Entry, fileName, zipOf } from "../../archive/service";
import { Problem } from "../../errors";
import { sessionToWrite } from "./nwb";
import { type Exported, exportedOf } from "./sessions";
import { tablesOf } from "./tables";

export interface Export {
  readonly fileName: string;
  readonly bytes: ReadableStream<Uint8Array>;
}

/** A version as an archive that is made while it is read. Throws not-found, and refused where nothing was imported. */
export async function exportVersion(
  grant: Reader,
  version: DatasetVersion,
  selection: DatasetSelection,
): Promise<Export> {
  if (version.status !== "imported")
    throw new Problem("refused", `"${version.name}" v${version.number} is ${version.status}, not imported.`, {
      where: "dataset",
      next: "Wait until it is imported, or choose another version.",
    });
  const exported = await exportedOf(grant, version, selection);
  const entries =
    selection.format === "nwb"
      ? nwbEntries(grant, exported)
      : tableEntries(tablesOf(grant, exported, selection.samples), selection.format);
  const text = (name: string, content: () => string): Entry => ({
    name,
    bytes: () => [content()],
    compress: true,
  });
  return {
    fileName: `${fileName(version.name)}-v${version.number}-${selection.format}.zip`,
    bytes: zipOf(
      [
        text("README.txt", () => readMe(exported, selection)),
        text("dataset.json", () => JSON.stringify(aboutOf(exported, selection), null, 2) + "\n"),
        ...entries,
      ],
      version.importedAt ?? version.createdAt,
    ),
  };
}

const tableEntries = (tables: readonly Table[], format: "csv" | "parquet"): Entry[] =>
  [...tables, dictionaryOf(tables, format)].map((table) => ({
    name: `${table.name}.${format}`,
    bytes: () => (format === "csv" ? csvOf(table) : parquetOf(table)),
    compress: format === "csv",
  }));

/** A file for each session of a group. @param within a folder to put them in, ending in "/". Throws not-found. */
export const nwbOfGroup = async (
  grant: Reader,
  version: DatasetVersion,
  { group, within }: { readonly group: string; readonly within: string },
): Promise<Entry[]> =>
  nwbEntries(
    grant,
    await exportedOf(grant, version, datasetSelection.parse({ format: "nwb", groups: [group] })),
    within,
  );

const nwbEntries = (grant: Reader, exported: Exported, within = ""): Entry[] =>
  exported.sessions.map((session, at) => ({
    // a number in front keeps names apart that differ only in what a file name cannot hold
    name: `${within}${String(at + 1).padStart(4, "0")}-${fileName(session.subject)}-${fileName(session.name)}.nwb`,
    bytes: async function* () {
      yield await nwbOf(await sessionToWrite(grant, exported, session));
    },
    compress: true,
  }));

function aboutOf({ version, sessions, signals }: Exported, selection: DatasetSelection) {
  const { name, number, licence, citation, doi, source, task, replicate, format, contentHash } = version;
  return {
    ...{ name, version: number, contentHash, licence, citation, doi, source, task, replicate, format },
    ...{
      timing: version.timing,
      assumed: version.assumed,
      remarks: version.remarks,
      answers: version.answers,
    },
    selection,
    contains: {
      subjects: new Set(sessions.map(({ subject }) => subject)).size,
      sessions: sessions.length,
      signals: signals.map((signal) => signal.name),
    },
  };
}

function readMe({ version, sessions }: Exported, { format, samples }: DatasetSelection): string {
  const animals = new Set(sessions.map(({ subject }) => subject)).size;
  const whole = animals === version.subjects ? "" : ` of ${version.subjects}`;
  return [
    `${version.name}, version ${version.number}`,
    "",
    `N: ${animals}${whole} ${version.replicate}, ${sessions.length} sessions. The replicate is the animal, never the trial.`,
    `Licence: ${version.licence}`,
    `Cite: ${version.citation}${version.doi ? ` https://doi.org/${version.doi}` : ""}`,
    `Content hash: ${version.contentHash}`,
    "",
    format === "nwb"
      ? "One NWB 2.7 file per session. Phasic reads them back to equal values; any reader of NWB opens them."
      : `Tidy tables; dictionary.${format} says what every column holds, with its unit. An empty cell is a gap, never 0.`,
    format === "csv" ? "Text that a spreadsheet would take for a formula has an apostrophe in front." : "",
    samples || format === "nwb" ? "" : "Samples of the signals were left out.",
    ...version.remarks,
    "",
  ]
    .filter((line, at, all) => line !== "" || all[at - 1] !== "")
    .join("\n");
}
