import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outcomeOf } from "../../formats/host/outcome";
import { readRecording } from "../../formats/read";
import type { ReadFile } from "../datasets/service";

/** Reads a file in this process: for tests of what happens to its parts, which need no process for each file. */
export const readHere: ReadFile = async ({ fileName, answers, bytes }, onPart, signal) => {
  const folder = await mkdtemp(path.join(tmpdir(), "phasic-read-here-"));
  try {
    const file = path.join(folder, "upload");
    await writeFile(file, bytes());
    const outcome = await outcomeOf(readRecording(file, { name: fileName, answers }), async (part) => {
      signal.throwIfAborted();
      await onPart(part);
    });
    return {
      ...{ file, ...outcome, assumed: [], subjects: 0, sessions: 0, trials: 0, signals: 0 },
      ...{ seconds: 0, cpuSeconds: 0, peakResidentMb: 0 },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
