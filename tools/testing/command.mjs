import { spawn } from "node:child_process";
import { root } from "../lib/paths.mjs";
import { quiet } from "../lib/run.mjs";

const underway = new Set();

export const endCommands = () => underway.forEach((child) => child.kill("SIGTERM"));

/** Runs Node to its end and gives the exit code; output is shown as it comes, or returned when `hold` is set. */
export function command(args, { env = {}, hold = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...quiet, ...env },
      stdio: ["ignore", hold ? "pipe" : "inherit", hold ? "pipe" : "inherit"],
    });
    underway.add(child);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", fail);
    child.on("close", (code) => {
      underway.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}
