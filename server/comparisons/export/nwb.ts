import { type ComparisonQuery, queryOf } from "../../../contracts/comparison";
import { csvOf } from "../../../formats/write/csv";
import { dictionaryOf } from "../../../formats/write/tidy";
import type { Reader } from "../../access/grant";
import { type Entry, fileName, zipOf } from "../../archive/service";
import { filesOfGroup } from "../../datasets/service";
import { filesOfRuns } from "../../runs/service";
import type { Group } from "../assemble/group";
import { groupView } from "../assemble/group-view";
import type { RunOfGroup } from "../store";
import { inSteps } from "../in-steps";
import { tabling } from "./export";
import { type Named, namesOf } from "./named";

export interface Export {
  readonly fileName: string;
  readonly bytes: ReadableStream<Uint8Array>;
}

/**
 * A comparison as an archive: a folder of NWB files for each group, those of recordings one per session and those of
 * simulations two per run, and beside them the tables of the comparison, which say its groups, windows and numbers.
 *
 * @param runs behind the groups and their controls.
 */
export async function nwbOfComparison(
  grant: Reader,
  given: readonly Group[],
  { name, query, runs }: { name: string; query: ComparisonQuery; runs: readonly RunOfGroup[] },
): Promise<Export> {
  const folders = await Promise.all(namesOf(given).map((named) => folderOf(grant, named, runs)));
  const tables = (await inSteps(tabling(given, query, null))) ?? [];
  const text = (file: string, content: string): Entry => ({
    ...{ name: file, bytes: () => [content], compress: true },
  });
  const about = { name, query: queryOf(query), groups: folders.map(({ entries: _, ...folder }) => folder) };
  return {
    fileName: `${fileName(name)}-nwb.zip`,
    bytes: zipOf(
      [
        text("README.txt", readMe(name, folders)),
        text("comparison.json", JSON.stringify(about, null, 2) + "\n"),
        ...[...tables, dictionaryOf(tables, "csv")].map((table) => ({
          ...{ name: `tables/${table.name}.csv`, bytes: () => csvOf(table), compress: true },
        })),
        ...folders.flatMap(({ entries }) => entries),
      ],
      new Date(),
    ),
  };
}

interface Folder {
  /** Of the group, as in the tables. */
  readonly name: string;
  readonly folder: string;
  /** False of a control that is only here because differences are taken from it. */
  readonly shown: boolean;
  readonly label: string;
  readonly kind: Group["kind"];
  readonly n: number;
  readonly replicate: string;
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
  readonly entries: readonly Entry[];
}

async function folderOf(
  grant: Reader,
  { name, shown, group }: Named,
  runs: readonly RunOfGroup[],
): Promise<Folder> {
  const { label, kind, n, replicate, remarks } = { ...groupView(group), kind: group.kind };
  const folder = `${name}-${fileName(label).slice(0, 80)}/`;
  const about = { name, folder, shown, label, kind, n, replicate, remarks };
  if (group.kind === "recording") {
    const { dataset, group: of } = group.ref;
    if (group.problem) return { ...about, missing: [group.problem], entries: [] };
    return {
      ...about,
      missing: [],
      entries: await filesOfGroup(grant, dataset, { group: of, within: folder }),
    };
  }
  const { experiment, model, arm } = group.ref;
  const own = runs.filter(
    (run) => run.experimentId === experiment && run.modelVersionId === model && run.arm === arm,
  );
  const called = ({ subject, repetition }: RunOfGroup) => `${subject}, repetition ${repetition}`;
  const done = own.filter(({ status, resultId }) => status === "done" && resultId !== null);
  return {
    ...about,
    missing: own
      .filter((run) => !done.includes(run))
      .map((run) => `${called(run)}: ${run.status}${run.error ? `, ${run.error}` : ""}`),
    entries: filesOfRuns(
      grant,
      done.map((run) => ({ id: run.runId, name: called(run) })),
      folder,
    ),
  };
}

function readMe(name: string, folders: readonly Folder[]): string {
  const simulated = folders.some(({ kind }) => kind === "simulation");
  return [
    name,
    "",
    "A folder for each group:",
    ...folders.flatMap(({ folder, shown, label, kind, n, replicate, missing, remarks }) => [
      `  ${folder}  ${kind === "simulation" ? "SIMULATED, " : ""}${label}, N: ${n} ${replicate}`,
      ...(shown ? [] : ["    Not shown in the comparison: differences are taken from it."]),
      ...remarks.map((remark) => `    ${remark}`),
      ...missing.map((reason) => `    Not in here: ${reason}`),
    ]),
    "",
    "tables/ holds what the comparison shows of them: groups, values of each subject, aggregates, and who is missing;",
    "tables/dictionary.csv says what each column holds, with its unit. comparison.json holds the question: groups, blocks,",
    "the window of trials, and windows of measures where somebody chose their own. The numbers per trial in the NWB files",
    "are those that were recorded or kept with the run; measures in other windows stand in tables/ alone.",
    ...(simulated
      ? [
          "",
          "Simulated groups: made by a computer, not recorded from animals. Every file of theirs says so too.",
        ]
      : []),
    "",
    "Recordings: one NWB 2.7 file per session. Simulations: training.nwb and probes.nwb per run, with run.json, which holds",
    "everything that determines its numbers. Phasic reads all of them back to equal values.",
    "",
  ].join("\n");
}
