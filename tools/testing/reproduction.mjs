import { spawn } from "node:child_process";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "../lib/paths.mjs";
import { quiet } from "../lib/run.mjs";

const folder = path.join(root, "publications");

/** Every publication that comes with Phasic. */
const bundled = () =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".zip"))
    .sort()
    .map((name) => path.join("publications", name));

let begun;

/**
 * Runs every bundled publication again and compares it bit for bit, with what the other stages leave of the processors:
 * they wait for processes, for the database and for pages, and a test run has minutes of that.
 */
export function beginReproduction() {
  begun ??= Promise.all(bundled().map(reproduce));
  return begun;
}

export async function reproduction() {
  const results = await beginReproduction();
  for (const { file, output } of results)
    console.log(`   ${file}\n${output.trimEnd().replace(/^/gm, "   ")}`);
  const passed = results.filter(({ code }) => code === 0).length;
  return { passed, failed: results.length - passed };
}

function reproduce(file) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", "cli/main.ts", "reproduce", file], {
      cwd: root,
      env: { ...process.env, ...quiet },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // before it has threads: they are as patient as what starts them
    if (child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    process.on("exit", () => child.kill());
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => done({ file, code: 1, output: String(error) }));
    child.on("close", (code) => done({ file, code: code ?? 1, output }));
  });
}
