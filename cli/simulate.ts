import cliProgress from "cli-progress";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { engineVersion } from "../engine/engine-version.generated";
import { paradigms } from "../engine/paradigms/registry";
import type { RunRecord } from "../engine/run-record";
import type { RunSpec } from "../engine/run-spec";
import { describeSubject, referenceRanks } from "../engine/subject";
import { theories } from "../engine/theories/registry";
import { validate } from "../engine/validate";
import { runAll } from "./threads";
import { parse, UsageError, wholeNumber } from "./usage";

const help = `phasic simulate [options]

  --theory KEY        theory (default actr)
  --preset KEY        preset of the theory (default: its first)
  --paradigm KEY      paradigm (default trace-conditioning)
  --arm KEY           arm of the paradigm (default control)
  --set KEY=VALUE     replaces a parameter of the preset; may be given again
  --subjects N        simulated animals: the six published ranks of a population, then of the next (default 6)
  --population N      first population of networks (default 1)
  --repetitions N     runs per animal with other noise, to be averaged before N is counted (default 1)
  --trials N          training trials (default: all of the paradigm's)
  --seed N            seed of the noise (default 1)
  --threads N         worker threads (default: one per core)
  --traces MS         keep millisecond traces as means over bins of this width (default: none)
  --json FILE         writes specs and results; "-" for standard output. Gaps are null
`;

const options = {
  theory: { type: "string", default: "actr" },
  preset: { type: "string" },
  paradigm: { type: "string", default: "trace-conditioning" },
  arm: { type: "string", default: "control" },
  set: { type: "string", multiple: true },
  subjects: { type: "string" },
  population: { type: "string" },
  repetitions: { type: "string" },
  trials: { type: "string" },
  seed: { type: "string" },
  threads: { type: "string" },
  traces: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const parseOptions = (args: string[]) => parse("simulate", args, options);
type Given = ReturnType<typeof parseOptions>;

/** `phasic simulate`: runs subjects x repetitions of one preset and arm, and says or writes what came out. */
export async function simulate(args: string[]): Promise<void> {
  const given = parseOptions(args);
  if (given.help) return console.log(help);
  const specs = specsOf(given);
  const [{ paradigm }] = specs;
  const trials = wholeNumber("trials", given.trials, [paradigm.trials, 1, paradigm.trials]);
  const threads = wholeNumber("threads", given.threads, [availableParallelism(), 1, 1024]);
  const traceBinMs = wholeNumber("traces", given.traces, [0, 1, paradigm.trialMs]);
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage} % of {runs} runs, {eta_formatted} left",
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(specs.length * trials, 0, { runs: specs.length });
  const started = performance.now();
  try {
    const records = await runAll(specs, {
      trials,
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

function specsOf(given: Given): readonly RunSpec[] {
  const theory = theories.find(({ declaration }) => declaration.key === given.theory)?.declaration;
  if (!theory)
    throw new UsageError(
      `There is no theory "${given.theory}". There are: ${theories.map(({ declaration }) => declaration.key).join(", ")}.`,
    );
  const preset = theory.presets.find(({ key }) => key === (given.preset ?? theory.presets[0].key));
  if (!preset)
    throw new UsageError(
      `${theory.title} has no preset "${given.preset}". It has: ${theory.presets.map(({ key }) => key).join(", ")}.`,
    );
  const paradigm = paradigms.find(({ key }) => key === given.paradigm);
  if (!paradigm)
    throw new UsageError(
      `There is no paradigm "${given.paradigm}". There are: ${paradigms.map(({ key }) => key).join(", ")}.`,
    );
  const parameters = { ...preset.values, ...Object.fromEntries((given.set ?? []).map(assignment)) };
  const population = wholeNumber("population", given.population, [1, 0, 4294960000]);
  const subjects = wholeNumber("subjects", given.subjects, [referenceRanks.length, 1, 6000]);
  const repetitions = wholeNumber("repetitions", given.repetitions, [1, 1, 1000]);
  const seed = wholeNumber("seed", given.seed, [1, 0, 4294967295]);
  const specs = Array.from({ length: subjects * repetitions }, (_, i): RunSpec => ({
    theory: theory.key,
    role: preset.role,
    parameters,
    paradigm,
    arm: given.arm,
    subject: describeSubject(Math.floor(i / repetitions), population),
    repetition: i % repetitions,
    seed,
  }));
  const problems = validate(specs[0]);
  if (problems.length > 0)
    throw new UsageError(problems.map(({ where, what, todo }) => `${where}: ${what} ${todo}`).join("\n"));
  return specs;
}

/** "key=value" with a number, true, false or a word. */
function assignment(text: string): readonly [string, number | string | boolean] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--set is "${text}"; give it as key=value.`);
  const value = text.slice(at + 1);
  const read = value === "true" ? true : value === "false" ? false : Number(value);
  return [text.slice(0, at), value === "" || Number.isNaN(read) ? value : read];
}

function write(file: string, specs: readonly RunSpec[], records: readonly RunRecord[]): void {
  const runs = records.map((record, i) => ({ spec: specs[i], record }));
  const text = JSON.stringify({ engineVersion, runs }, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
  if (file === "-") process.stdout.write(`${text}\n`);
  else writeFileSync(file, text);
}

/** Means over runs in the last 100 trials, or what there is of them. */
function summarise(records: readonly RunRecord[], seconds: number): void {
  const [{ trials, training }] = records;
  const from = Math.max(0, trials - 100);
  console.log(
    `${records.length} runs of ${trials} trials in ${seconds.toFixed(1)} s. Means of trials ${from + 1}-${trials}:`,
  );
  for (const key of ["prepLick", "latency", "lickPlus"].filter((column) => column in training)) {
    const values = records.flatMap((record) =>
      Array.from(record.training[key].slice(from)).filter(Number.isFinite),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    console.log(`  ${key.padEnd(10)} ${values.length > 0 ? mean.toFixed(3) : "not applicable"}`);
  }
}
