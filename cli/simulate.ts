import cliProgress from "cli-progress";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { encodeRunRecord, hashedParts } from "../contracts/run-result";
import { engineVersion } from "../engine/engine-version.generated";
import type { RunRecord } from "../engine/run-record";
import { trialMeasures } from "../engine/measures/registry";
import type { RunSpec } from "../engine/run-spec";
import { runAll } from "./threads";
import { specsOf } from "./specs";
import { parse, wholeNumber } from "./usage";

const help = `phasic simulate [options]

  --theory KEY        theory (default actr)
  --preset KEY        preset of the theory (default: its first)
  --role KEY          role of dopamine, where it is not the preset's
  --paradigm KEY      paradigm (default trace-conditioning)
  --paradigm-json TEXT  a paradigm written out, in place of --paradigm
  --history FILE      trial order and stimulation of real animals, one for each subject in turn: JSON with source,
                      trialTypes ("ccuo", or a list of cued, uncued, omission) and stimulated ("010?", or a list of
                      true, false, null; null where it is not known), or a list of such. A run has as many trials as
                      its animal, or --trials
  --history-json TEXT a history written out, in place of --history
  --arm KEY           arm of the paradigm (default control)
  --set KEY=VALUE     replaces a parameter of the preset; may be given again
  --subjects N        simulated animals: the six published ranks of a population, then of the next (default 6)
  --subject P:R:TAU   one animal: population, rank, rate multiplier; may be given again, in place of --subjects
  --population N      first population of networks (default 1)
  --repetitions N     runs per animal with other noise, to be averaged before N is counted (default 1)
  --repetition N      only this repetition, counted from 0, in place of --repetitions
  --trials N          training trials (default: all of the paradigm's)
  --seed N            seed of the noise (default 1)
  --threads N         worker threads (default: one per core)
  --traces MS         keep millisecond traces as means over bins of this width (default: none)
  --json FILE         writes specs and results; "-" for standard output. Gaps are null
`;

const options = {
  theory: { type: "string", default: "actr" },
  preset: { type: "string" },
  role: { type: "string" },
  "paradigm-json": { type: "string" },
  history: { type: "string" },
  "history-json": { type: "string" },
  paradigm: { type: "string", default: "trace-conditioning" },
  arm: { type: "string", default: "control" },
  set: { type: "string", multiple: true },
  subjects: { type: "string" },
  subject: { type: "string", multiple: true },
  population: { type: "string" },
  repetitions: { type: "string" },
  repetition: { type: "string" },
  trials: { type: "string" },
  seed: { type: "string" },
  threads: { type: "string" },
  traces: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const parseOptions = (args: string[]) => parse("simulate", args, options);

/** `phasic simulate`: runs subjects x repetitions of one preset and arm, and says or writes what came out. */
export async function simulate(args: string[]): Promise<void> {
  const given = parseOptions(args);
  if (given.help) return console.log(help);
  const specs = specsOf(given);
  const trials = specs.reduce((sum, { paradigm }) => sum + paradigm.trials, 0);
  const threads = wholeNumber("threads", given.threads, [availableParallelism(), 1, 1024]);
  const traceBinMs = wholeNumber("traces", given.traces, [0, 1, specs[0].paradigm.trialMs]);
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage} % of {runs} runs, {eta_formatted} left",
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(trials, 0, { runs: specs.length });
  const started = performance.now();
  try {
    const records = await runAll(specs, {
      threads,
      traceBinMs,
      onTrials: (count) => bar.increment(count),
    });
    bar.stop();
    const seconds = (performance.now() - started) / 1000;
    if (given.json !== undefined) write(given.json, specs, records);
    if (given.json !== "-") summarise(records, seconds);
  } finally {
    bar.stop();
  }
}

function write(file: string, specs: readonly RunSpec[], records: readonly RunRecord[]): void {
  const runs = records.map((record, i) => ({ spec: specs[i], hash: hashOf(record), record }));
  const text = JSON.stringify({ engineVersion, runs }, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
  if (file === "-") process.stdout.write(`${text}\n`);
  else writeFileSync(file, text);
}

/** As on the page of a run: equal bits, equal hash. Traces count, so their bins have to be as wide as there. */
function hashOf(record: RunRecord): string {
  const hash = createHash("sha256");
  for (const part of hashedParts(encodeRunRecord(record))) hash.update(part);
  return hash.digest("hex");
}

/** Means over runs in the last 100 trials, or what there is of them. */
function summarise(records: readonly RunRecord[], seconds: number): void {
  const lengths = [...new Set(records.map(({ trials }) => trials))].sort((a, b) => a - b);
  const range = lengths.length > 1 ? `${lengths[0]} to ${lengths[lengths.length - 1]}` : `${lengths[0]}`;
  console.log(`${records.length} runs of ${range} trials in ${seconds.toFixed(1)} s. Means of the last 100:`);
  for (const { key, unit } of trialMeasures) {
    const values = records.flatMap(({ training }) =>
      Array.from(training[key]?.slice(-100) ?? []).filter(Number.isFinite),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const said = values.length > 0 ? `${mean.toFixed(4)} ${unit ?? "model units"}` : "not applicable";
    console.log(`  ${key.padEnd(20)} ${said}`);
  }
  if (records.length === 1) console.log(`  SHA-256 of the result: ${hashOf(records[0])}`);
}
