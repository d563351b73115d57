import { createHash, createHmac } from "node:crypto";
import { type FrozenRun, type ResultColumn, resultColumns } from "../../contracts/publication";
import { encodeRunRecord, hashedParts, type RunResultParts } from "../../contracts/run-result";
import type { RunSpec } from "../../engine/run-spec";
import { runAll } from "../threads";
import type { Archive } from "./archive";
import { type Difference, firstDifference } from "./compare";
import { specOf } from "./spec";

export interface Rerun {
  readonly run: FrozenRun;
  /** Null when every number is equal, bit for bit. */
  readonly difference: Difference | null;
}

export interface RerunOptions {
  readonly threads?: number;
  readonly onTrials?: (trials: number) => void;
  /** Called with what the engine gave, for what is made from it. */
  readonly onResult?: (run: FrozenRun, parts: RunResultParts) => void;
  /** What this engine gave for these runs already; those that are left out are simulated. */
  readonly given?: (run: FrozenRun) => Promise<RunResultParts | null>;
}

/** Simulates every run of the archive and compares. In the order of the manifest. */
export async function rerun(archive: Archive, options: RerunOptions): Promise<Rerun[]> {
  const { runs } = archive.manifest;
  const found = new Map<string, Difference | null>();
  const waiting: FrozenRun[] = [];
  const comparing: Promise<void>[] = [];
  const take = (run: FrozenRun, parts: RunResultParts) => {
    options.onResult?.(run, parts);
    comparing.push(
      differenceOf(archive, run, parts).then((difference) => void found.set(run.key, difference)),
    );
  };
  // all of them before the first is run: what cannot be run is refused at once
  const specs = new Map<FrozenRun, RunSpec>();
  for (const run of runs) specs.set(run, await specOf(archive, run));
  for (const run of runs) {
    const parts = await options.given?.(run);
    if (parts) take(run, parts);
    else waiting.push(run);
  }
  for (const width of new Set(waiting.map(({ traceBinMs }) => traceBinMs))) {
    const these = waiting.filter(({ traceBinMs }) => traceBinMs === width);
    await runAll(
      these.map((run) => specs.get(run)!),
      {
        ...{ traceBinMs: width, threads: options.threads, onTrials: options.onTrials },
        onRun: (index, record) => take(these[index], encodeRunRecord(record)),
      },
    );
  }
  await Promise.all(comparing);
  return runs.map((run) => ({ run, difference: found.get(run.key)! }));
}

const sha256 = (parts: readonly Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

/** A blind copy names what its numbers hash to under a key of its own. */
const keyed = (hash: string, salt: string | undefined) =>
  salt === undefined ? hash : createHmac("sha256", salt).update(hash).digest("hex");

async function differenceOf(
  archive: Archive,
  run: FrozenRun,
  parts: RunResultParts,
): Promise<Difference | null> {
  const { hashSalt } = archive.manifest;
  for (const column of resultColumns) {
    const named = run.result[column];
    if (named === undefined) continue;
    const archived = await archive.part(named);
    const got = keyed(sha256([parts[column]]), hashSalt);
    // what is there counts, whatever its name says
    const expected = archived ? keyed(sha256([archived]), hashSalt) : named;
    if (expected === got && named === got) continue;
    return (archived && firstDifference(column, archived, parts[column])) ?? hashes(column, named, got);
  }
  const whole = keyed(sha256(hashedParts(parts)), hashSalt);
  return whole === run.resultHash ? null : hashes("the whole result", run.resultHash, whole);
}

const hashes = (measure: ResultColumn | "the whole result", expected: string, got: string): Difference => ({
  ...{ measure, trial: null, expected: `SHA-256 ${expected}`, got: `SHA-256 ${got}` },
});
