import * as fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ownFolder, ownState, root } from "./paths.mjs";
import { step } from "./report.mjs";
import { bin, run } from "./run.mjs";
import { sourcesHash } from "./sources.mjs";

const KEPT = 3;
const BENCH = "bench";
// what only the next build needs
const leftBehind = new Set(["cache", "diagnostics", "lock", "trace", "trace-build", "types"]);

const stampOf = (folder) => path.join(folder, "phasic-complete");

function forgetOld(folder) {
  const builds = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== BENCH)
    .map(({ name }) => path.join(folder, name))
    .map((build) => ({ build, used: fs.statSync(stampOf(build), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.used - a.used);
  for (const { build } of builds.slice(KEPT)) fs.rmSync(build, { recursive: true, force: true });
}

/** next's cache holds only for one folder, so everything is built there: twice as quick from the second time on. */
async function buildOnBench(bench) {
  const underway = path.join(bench, "phasic-underway");
  // a build that was killed may have left a broken cache
  if (fs.existsSync(underway)) fs.rmSync(bench, { recursive: true });
  fs.mkdirSync(bench, { recursive: true });
  fs.writeFileSync(underway, "");
  const env = { NODE_ENV: "production", PHASIC_BUILD: path.relative(root, bench) };
  await run([bin.next, "build"], {
    env,
    what: "next build",
    todo: "The sources do not compile as they are.",
  });
  fs.rmSync(underway, { force: true });
}

/** Copies a finished build to its own folder; the folder's name is written in some of the files. */
function copyOut(bench, target) {
  const draft = `${target}.unfinished`;
  fs.rmSync(draft, { recursive: true, force: true });
  const [from, to] = [bench, target].map((folder) => path.relative(root, folder).replaceAll(path.sep, "/"));
  for (const entry of fs.readdirSync(bench)) {
    if (leftBehind.has(entry)) continue;
    fs.cpSync(path.join(bench, entry), path.join(draft, entry), { recursive: true });
  }
  for (const file of fs.readdirSync(draft, { recursive: true })) {
    if (!/\.(js|json)$/.test(file)) continue;
    const text = fs.readFileSync(path.join(draft, file), "utf8");
    if (text.includes(from)) fs.writeFileSync(path.join(draft, file), text.replaceAll(from, to));
  }
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(draft, target);
}

/**
 * The production build of the sources as they are now, made when there is none. Each state of the sources has a folder
 * of its own, so that building never changes the files under a server that runs. Gives the folder, relative to the root.
 */
export async function build() {
  ownState();
  const folder = ownFolder(path.join(root, ".phasic/builds"));
  const target = path.join(folder, sourcesHash());
  await withLock(path.join(folder, "lock"), async () => {
    if (!fs.existsSync(stampOf(target)))
      await step("Building the pages (next build)", async () => {
        const bench = path.join(folder, BENCH);
        await buildOnBench(bench);
        copyOut(bench, target);
      });
    fs.writeFileSync(stampOf(target), "");
    forgetOld(folder);
  });
  return path.relative(root, target);
}
