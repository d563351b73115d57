import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";
import { step, Trouble } from "./report.mjs";

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * Whether node_modules holds what the lockfile says. npm writes down what it installed when it is done, so an
 * installation that was interrupted, or made from an older lockfile, or without the development packages, shows.
 */
export function isInstalled() {
  const wanted = read("package-lock.json");
  const found = read("node_modules/.package-lock.json");
  if (!wanted)
    throw new Trouble("package-lock.json is missing or broken.", "Restore it with `git checkout`.");
  if (!found) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional, peer }]) =>
      name === "" || found[name]?.version === version || (!found[name] && (optional || devOptional || peer)),
  );
}

export async function install() {
  if (isInstalled()) return;
  await step("Installing packages (npm ci)", () => {
    // development packages build the pages, so they are wanted whatever NODE_ENV says
    const { status, error, stdout, stderr } = spawnSync(
      "npm",
      ["ci", "--include=dev", "--no-audit", "--no-fund"],
      {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        shell: process.platform === "win32",
      },
    );
    if (status === 0) return;
    throw new Trouble(
      "npm ci failed.",
      "See that the npm registry can be reached and that the disk has 2 GB left, then try again.",
      `${stdout ?? ""}\n${stderr ?? ""}${error ?? ""}`.trim().split("\n").slice(-25).join("\n"),
    );
  });
}

/** Says so when Node is too old, before a newer language feature fails in a way nobody can read. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Trouble(
    `Phasic needs Node 20.19 or later, and this is ${process.versions.node}.`,
    "Install a newer Node.",
  );
}
