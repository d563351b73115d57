import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportReport } from "@/contracts/recording";
import { readApart } from "../host/host";
import { startProcess } from "../host/start";
import type { Task, Told } from "./child";
import { answersFor, confirmed } from "./confirm";
import { mutated } from "./mutate";

export interface Tally {
  cases: number;
  imported: number;
  "needs-mapping": number;
  refused: number;
  /** Of the refused: those over which the library of HDF5 takes time or memory without end, so that the host ends the reading at a limit. */
  ended: number;
  /** Crashes, hangs and errors that no sentence explains, each with the seed that shows it again. */
  readonly failures: string[];
}

const silentSeconds = 30;
const folder = fileURLToPath(new URL("../fixtures", import.meta.url));

/** The bundled files of at most `most` bytes. */
export const fixtures = (most = Infinity): string[] =>
  readdirSync(folder)
    .filter((name) => !name.endsWith(".md"))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).size <= most)
    .sort();

/** Reads a mutation as an import does, in a process with limits of its own time, which a busy machine does not use up. */
async function readInLimits(fixture: string, seed: number): Promise<ImportReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "phasic-fuzz-"));
  try {
    const file = path.join(folder, path.basename(fixture));
    writeFileSync(file, mutated(readFileSync(fixture), seed));
    return await readApart(file, { answers: answersFor(seed, await confirmed(fixture)) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const atLimit = /^Reading the file was ended (after \d+ s|when it took more than .+ of memory): /;
const broken = /^The reader (failed|of the file broke off)/;

/** Runs until the process ends. @returns the seed after the last one that was told of. */
function runProcess(task: Task, tally: Tally): Promise<number> {
  const child = startProcess(new URL("./child.ts", import.meta.url));
  const name = path.basename(task.fixture);
  let next = task.from;
  let [silent, trapped] = [false, false];
  let timer: NodeJS.Timeout;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silent = true;
      child.kill("SIGKILL");
    }, 1000 * silentSeconds);
  };
  return new Promise((resolve, reject) => {
    listen();
    child.on("error", reject);
    child.on("message", (told: "ready" | Told) => {
      listen();
      if (told === "ready") return child.send(task);
      next = told.seed + 1;
      trapped = told.trapped;
      tally.cases++;
      if (told.outcome === "failed") tally.failures.push(`${name}, seed ${told.seed}: ${told.reason}`);
      else tally[told.outcome]++;
    });
    const fail = (how: string) => tally.failures.push(`${name}, seed ${next}: ${how}`);
    const told = async (ending: string) => {
      tally.cases++;
      const { outcome, reason } = await readInLimits(task.fixture, next);
      if (broken.test(reason) || !(silent || atLimit.test(reason))) fail(`${ending}, then: ${reason}`);
      else tally[outcome]++;
      if (atLimit.test(reason)) tally.ended++;
      return next + 1;
    };
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      if (next === task.to || trapped) return resolve(next);
      told(`the process ended (${signal ?? code})`).then(resolve, reject);
    });
  });
}

/** Reads `count` mutations of a file; after a crash or a hang with the next one. */
export async function fuzz(fixture: string, count: number): Promise<Tally> {
  const tally: Tally = { cases: 0, imported: 0, "needs-mapping": 0, refused: 0, ended: 0, failures: [] };
  for (let from = 1; from <= count;) from = await runProcess({ fixture, from, to: count + 1 }, tally);
  return tally;
}
