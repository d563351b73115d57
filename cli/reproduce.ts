import cliProgress from "cli-progress";
import { parseArgs } from "node:util";
import { engineVersion } from "../engine/engine-version.generated";
import { ArchiveProblem } from "../formats/zip/read-zip";
import { type Archive, openArchive } from "./reproduce/archive";
import { withFile } from "./reproduce/download";
import { comparePanels, type PanelsCompared, runsAlone } from "./reproduce/panels";
import { rerun, type Rerun, type RerunOptions } from "./reproduce/rerun";
import { nameOf } from "./reproduce/spec";
import { UsageError, wholeNumber } from "./usage";

const help = `phasic reproduce <archive.zip or http address>   runs a publication again and compares bit for bit

  --threads N   worker threads (default: one per core)

The address is that of a publication's page, or of its archive. Paths, sizes and hashes are checked first; nothing in the
archive is executed. Ends with 0 on an exact match, with 1 on a difference or an archive that is refused.`;

/** `phasic reproduce`: every run of a publication, and what its panels make of them. */
export async function reproduce(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    ...{ args, allowPositionals: true, strict: false },
    options: { help: { type: "boolean", short: "h" }, threads: { type: "string" } },
  });
  if (values.help) return console.log(help);
  const [source, ...rest] = positionals;
  if (source === undefined || rest.length > 0) throw new UsageError(help);
  const threads =
    typeof values.threads === "string" ? wholeNumber("threads", values.threads, [1, 1, 1024]) : undefined;
  const exact = await withFile(source, async (file) => {
    const archive = await openArchive(file);
    try {
      return await reproduceArchive(archive, { threads });
    } finally {
      archive.close();
    }
  }).catch((error: unknown) => {
    throw error instanceof ArchiveProblem ? new Error(`The archive is refused: ${error.message}`) : error;
  });
  if (!exact) process.exitCode = 1;
}

/** Says what came out; true on an exact match of everything. */
export async function reproduceArchive(
  archive: Archive,
  {
    say = console.log,
    ...options
  }: Pick<RerunOptions, "threads" | "given"> & { readonly say?: (line: string) => void },
): Promise<boolean> {
  const { manifest, hash, altered } = archive;
  const { runs } = manifest;
  say(`"${manifest.title}", version ${manifest.version}: ${runs.length} runs, manifest SHA-256 ${hash}`);
  const others = manifest.engineVersions.filter((version) => version !== engineVersion);
  if (others.length > 0)
    say(
      `Its runs are from engine ${others.join(", ")}; this is engine ${engineVersion}. Differences below may come from that alone.`,
    );
  for (const path of altered) say(`Altered: "${path}" does not have the content that its hash names.`);

  // only here, so that commands that need no code of the server load none
  const { createRecomputation } = await import("../server/comparisons/service");
  const made = createRecomputation(manifest, await runsAlone(archive));
  const bar = new cliProgress.SingleBar({
    ...{ format: "{bar} {percentage} % of {runs} runs, {eta_formatted} left", stream: process.stderr },
    hideCursor: true,
  });
  bar.start(
    runs.reduce((sum, { trials }) => sum + trials, 0),
    0,
    { runs: runs.length },
  );
  let results: Rerun[];
  try {
    results = await rerun(archive, {
      ...options,
      onTrials: (trials) => bar.increment(trials),
      onResult: ({ key }, parts) => made.add(key, parts),
    });
  } finally {
    bar.stop();
  }
  const different = results.filter(({ difference }) => difference !== null);
  if (different.length > 0) say(firstDifference(archive, different[0]));
  say(
    `${different.length === 0 ? "exact match" : "no exact match"}: ${runs.length - different.length} of ${runs.length} runs`,
  );
  const panels = await comparePanels(archive, made);
  say(panelsWords(panels));
  return different.length === 0 && panels.difference === null && altered.length === 0;
}

function firstDifference({ manifest }: Archive, { run, difference }: Rerun): string {
  const { measure, trial, expected, got } = difference!;
  return `First difference: run ${run.key} (${nameOf(manifest, run)}), ${measure}${trial === null ? "" : `, trial ${trial}`}: the archive has ${expected}, the engine gives ${got}`;
}

function panelsWords({ equal, difference, made, left }: PanelsCompared): string {
  const rest = left > 0 ? ` (${left} hold no numbers of groups of runs)` : "";
  return difference === null
    ? `panels: ${equal.toLocaleString("en-GB")} numbers of ${made} panels made again from the runs, all equal${rest}`
    : `First difference of a panel: ${difference}`;
}
