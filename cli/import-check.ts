/**
 * `npm run import-check`: tries every file in the folder PHASIC_IMPORT_DIR, or every bundled one, and prints one line of
 * JSON per file: file, outcome (imported, needs-mapping, refused), reason, assumed, subjects, sessions, trials, signals,
 * seconds, peakResidentMb.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportReport } from "../contracts/recording";
import { readApart } from "../formats/host/host";

const bundled = ["../formats/fixtures", "../prisma/seed/data"].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const asked = process.env.PHASIC_IMPORT_DIR;

type Line = Omit<ImportReport, "cpuSeconds">;
const refused = (file: string, reason: string): Line => ({
  ...{ file, outcome: "refused", reason, assumed: [] },
  ...{ subjects: 0, sessions: 0, trials: 0, signals: 0, seconds: 0, peakResidentMb: 0 },
});

/** Everything that is no folder, in all folders; links to folders are not followed, since they may lead in a circle. */
function* entriesIn(folder: string): Generator<{ file: string; unreadable?: string }> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return yield { file: folder, unreadable: "This folder cannot be read: check that you may read it." };
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* entriesIn(file);
    else yield { file };
  }
}

async function check(file: string, name: string): Promise<Line> {
  try {
    const { cpuSeconds: _, ...report } = await readApart(file);
    return { ...report, file: name };
  } catch (error) {
    // what is wrong with one file keeps no other from being tried
    const said = error instanceof Error ? error.message : String(error);
    return refused(name, `The file could not be tried (${said.replace(/\s+/g, " ")}): try it again.`);
  }
}

async function checkAll(folder: string): Promise<void> {
  const all = statSync(folder).isDirectory() ? entriesIn(folder) : [{ file: folder, unreadable: undefined }];
  for (const { file, unreadable } of all) {
    const name = path.relative(folder, file) || path.basename(file);
    console.log(JSON.stringify(unreadable ? refused(name, unreadable) : await check(file, name)));
  }
}

if (asked && !existsSync(asked)) {
  console.error(`PHASIC_IMPORT_DIR names ${asked}, which does not exist: name a folder of recordings.`);
  process.exitCode = 1;
} else for (const folder of asked ? [asked] : bundled) await checkAll(folder);
