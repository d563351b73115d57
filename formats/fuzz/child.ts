import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { outcomeOf } from "../host/outcome";
import { limitsFor } from "../limits";
import { readRecording } from "../read";
import { answersFor, confirmed } from "./confirm";
import { mutated } from "./mutate";

/** Reads mutations of one file, one after the other, and tells of each what became of it. */

export interface Task {
  readonly fixture: string;
  readonly from: number;
  readonly to: number;
}
export interface Told {
  readonly seed: number;
  readonly outcome: "imported" | "needs-mapping" | "refused" | "failed";
  readonly reason: string;
  /** HDF5's library trapped: what it reads next would mean nothing. */
  readonly trapped: boolean;
}

const traps = /out of bounds|unreachable|indirect call|table index|memory access|stack/i;

async function run({ fixture, from, to }: Task): Promise<void> {
  new Worker(new URL("../host/watch.mjs", import.meta.url), {
    workerData: { ...limitsFor(0), seconds: Infinity },
  }).unref();
  const folder = mkdtempSync(path.join(tmpdir(), "phasic-fuzz-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const original = readFileSync(fixture);
  const agreed = await confirmed(fixture);
  for (let seed = from; seed < to; seed++) {
    const file = path.join(folder, path.basename(fixture));
    writeFileSync(file, mutated(original, seed));
    const answers = answersFor(seed, agreed);
    const told = await outcomeOf(readRecording(file, { answers }), () => undefined).catch(
      (error: unknown) => ({
        outcome: "failed" as const,
        reason:
          error instanceof Error
            ? `${error.message}\n${String((error.cause as Error)?.stack)}`
            : String(error),
      }),
    );
    const trapped = traps.test(told.reason) && /HDF5/.test(told.reason);
    await new Promise((sent) => process.send?.({ seed, ...told, trapped } satisfies Told, sent));
    if (trapped) break;
  }
  process.exit();
}

export function start(): void {
  process.on("disconnect", () => process.exit());
  process.on("message", (task: Task) => void run(task));
  process.send?.("ready");
}
