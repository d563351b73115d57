import * as fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ownFolder, ownState, root } from "./paths.mjs";
import { step } from "./report.mjs";
import { bin, run } from "./run.mjs";
import { sourcesHash } from "./sources.mjs";

const stampOf = (folder) => path.join(folder, "phasic-complete");
const KEPT = 3;

function forgetOld(folder) {
  const builds = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .map((build) => ({ build, used: fs.statSync(stampOf(build), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.used - a.used);
  for (const { build } of builds.slice(KEPT)) fs.rmSync(build, { recursive: true, force: true });
}

/**
 * The production build of the sources as they are now, made when there is none. Each state of the sources has a folder
 * of its own, so that building never changes the files under a server that runs. Gives the folder, relative to the root.
 */
export async function build() {
  ownState();
  const folder = ownFolder(path.join(root, ".phasic/builds"));
  const target = path.join(folder, sourcesHash());
  const relative = path.relative(root, target);
  await withLock(path.join(folder, "lock"), async () => {
    if (!fs.existsSync(stampOf(target)))
      await step("Building the pages (next build)", async () => {
        fs.rmSync(target, { recursive: true, force: true });
        await run([bin.next, "build"], {
          env: { NODE_ENV: "production", PHASIC_BUILD: relative },
          what: "next build",
        });
      });
    fs.writeFileSync(stampOf(target), "");
    forgetOld(folder);
  });
  return relative;
}
