import { spawn } from "node:child_process";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./paths.mjs";
import { Trouble } from "./report.mjs";

export const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

export const bin = {
  next: path.join(root, "node_modules/next/dist/bin/next"),
  prisma: path.join(root, "node_modules/prisma/build/index.js"),
};

const underway = new Set();

/** Ends commands that `run` has started and that are not done yet. */
export const endCommands = () => underway.forEach((child) => child.kill("SIGTERM"));

/** Runs Node with these arguments to its end; its output is shown only when it fails. */
export function run(args, { env = {}, what, todo } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...quiet, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    underway.add(child);
    let output = "";
    const keep = (chunk) => (output = (output + stripVTControlCharacters(String(chunk))).slice(-40_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", fail);
    child.on("close", (code) => {
      underway.delete(child);
      if (code === 0) done(output);
      else fail(new Trouble(`${what} failed.`, todo, output.trim().split("\n").slice(-40).join("\n")));
    });
  });
}
