import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

// folders and files that cannot change what the pages look like or do
const irrelevant = new Set([
  ...[
    "node_modules",
    "generated",
    "bench",
    "cli",
    "docs",
    "e2e",
    "golden",
    "migrations",
    "seed",
    "tools",
    "worker",
  ],
  ...["coverage", "test-results", "playwright-report", "testing"],
]);

function* walk(folder, match) {
  for (const entry of fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || irrelevant.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(file, match);
    else if (entry.isFile() && match(entry.name)) yield file;
  }
}

export function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = fs.readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Changes when, and only when, something that `next build` reads has changed. */
export const sourcesHash = () =>
  hashOf(walk(root, (name) => !/\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$/.test(name)));
