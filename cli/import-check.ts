/**
 * `npm run import-check`: tries every file in the folder PHASIC_IMPORT_DIR, or every bundled one, and prints one line of
 * JSON per file (contracts/recording.ts, importReport).
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readApart } from "../formats/host/host";

const bundled = ["../formats/fixtures", "../prisma/seed/data"].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const asked = process.env.PHASIC_IMPORT_DIR;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

if (asked && !existsSync(asked)) {
  console.error(`PHASIC_IMPORT_DIR names ${asked}, which does not exist: name a folder of recordings.`);
  process.exitCode = 1;
} else
  for (const folder of asked ? [asked] : bundled)
    for (const file of filesIn(folder)) {
      const report = await readApart(file);
      console.log(JSON.stringify({ ...report, file: path.relative(folder, file) }));
    }
