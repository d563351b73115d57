/**
 * `npm run reproduce:reference`: 30 networks x 2 repetitions per condition, each condition's contrast with control beside that
 * of the published code (bench/reference), and z of their difference. Then the ablations of the 0.75, then the lick-gated presets, for
 * which no reference exists. Standard errors are over networks: a network's repetitions are averaged first.
 */
import cliProgress from "cli-progress";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { runAll } from "../cli/threads";
import { engineVersion } from "../engine/engine-version.generated";
import { traceConditioning } from "../engine/paradigms/trace-conditioning";
import type { RunRecord } from "../engine/run-record";
import { populations, repetitions, runsOf, type Condition, type PlacedSpec } from "./networks";

const metrics = ["ant", "lat", "cueDA"] as const;
const windows = [
  [101, 400],
  [401, 800],
] as const;
const networks = populations.length * 6;

interface Row {
  readonly name: string;
  readonly condition: Condition;
  /** Finds the published contrast of a metric and window: [difference, standard error]. */
  readonly published?: (metric: string, window: string) => readonly [number, number];
}

const table = (name: string) =>
  readFileSync(new URL(`./reference/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
const contrasts = table("sec6_contrasts_vs_control.csv");
const ablations = table("ablation_minus075.csv");

const numbers = (row: readonly string[] | undefined, difference: number, error: number, what: string) => {
  if (!row) throw new Error(`The published table has no row for ${what}.`);
  return [Number(row[difference]), Number(row[error])] as const;
};
const contrast = (name: string) => (metric: string, window: string) =>
  numbers(
    contrasts.find(([c, m, w, sample]) => c === name && m === metric && w === window && sample === "pooled"),
    10,
    11,
    `${name} ${metric} ${window}`,
  );
const ablation = (stim: string, name: string) => (metric: string, window: string) =>
  numbers(
    ablations.find(([s, a, m, w]) => s === stim && a === name && m === metric && w === window),
    9,
    10,
    `${stim} ${name} ${metric} ${window}`,
  );
const row = (name: string, preset: string, arm: string, published?: Row["published"]): Row => ({
  name,
  condition: { preset, arm },
  published,
});

const control: Condition = { preset: "as-published", arm: "control" };
const published: readonly Row[] = [
  row("stimLick- (-1)", "as-published", "stimLick-", contrast("stimLick-")),
  row("stimLick+ (1)", "as-published", "stimLick+", contrast("stimLick+")),
  row("large (20)", "as-published", "stimLarge", contrast("stim++Lick+")),
  row("error, lick+ (21)", "as-published-error", "stimLick+", contrast("DAasPE_Lick+ (21)")),
  row("error, lick- (22)", "as-published-error", "stimLick-", contrast("DAasPE_Lick- (22)")),
  row("phasic knockout", "as-published", "knockout", contrast("phasicKO")),
  row("depletion", "as-published", "depletion", contrast("DAdepletion")),
  row("DA == PE", "dopamine-is-error", "control", contrast("DA==PE")),
];
const ablated: readonly Row[] = [
  row("stimLick-, without the 0.75", "without-075", "stimLick-", ablation("-1", "no -0.75 on unstimulated")),
  row("stimLick+, without the 0.75", "without-075", "stimLick+", ablation("1", "no -0.75 on unstimulated")),
  row("stimLick-, only the 0.75", "only-075", "stimLick-", ablation("-1", "only -0.75; no beta=4")),
  row("stimLick+, only the 0.75", "only-075", "stimLick+", ablation("1", "only -0.75; no beta=4")),
];
const gated: readonly Row[] = [
  row("stimLick-, rate", "lick-gated", "stimLick-"),
  row("stimLick+, rate", "lick-gated", "stimLick+"),
  row("stimLick-, error", "lick-gated-error", "stimLick-"),
  row("stimLick+, error", "lick-gated-error", "stimLick+"),
];

/** Window means of one run: metric x window. */
function meansOf(record: RunRecord): Float64Array {
  const cells = metrics.flatMap((metric) =>
    windows.map(([from, to]) => ({ values: record.probes[metric], from, to })),
  );
  return Float64Array.from(cells, ({ values, from, to }) => {
    const inside = Array.from(values).filter(
      (_, i) => record.probeTrials[i] >= from && record.probeTrials[i] <= to,
    );
    return inside.reduce((sum, value) => sum + value, 0) / inside.length;
  });
}

const conditions = [control, ...[...published, ...ablated, ...gated].map(({ condition }) => condition)];
const runs: (PlacedSpec & { condition: number; key: string })[] = conditions.flatMap((condition, index) =>
  runsOf(condition).map((run) => ({
    ...run,
    condition: index,
    key: [condition.preset, condition.arm, run.network, run.spec.repetition].join(" "),
  })),
);

const folder = new URL("../.phasic/", import.meta.url);
const journal = new URL(`./reproduction-${engineVersion}.jsonl`, folder);
mkdirSync(folder, { recursive: true });
/** Window means of finished runs by key. */
const finished = new Map<string, number[]>(
  existsSync(journal)
    ? readFileSync(journal, "utf8")
        .split("\n")
        .filter((line) => line.endsWith("]"))
        .map((line) => JSON.parse(line))
    : [],
);

const left = runs.filter(({ key }) => !finished.has(key));
const bar = new cliProgress.SingleBar({
  format: "{bar} {value} of {total} runs, {eta_formatted} left",
  noTTYOutput: true,
  notTTYSchedule: 60000,
});
bar.start(runs.length, finished.size);
const started = performance.now();
await runAll(
  left.map(({ spec }) => spec),
  {
    trials: traceConditioning.trials,
    traceBinMs: 0,
    onRun(index, record) {
      const means = Array.from(meansOf(record));
      finished.set(left[index].key, means);
      appendFileSync(journal, `${JSON.stringify([left[index].key, means])}\n`);
      bar.increment();
    },
  },
);
bar.stop();
const minutes = ((performance.now() - started) / 60000).toFixed(1);
console.log(
  `Engine ${engineVersion}. ${left.length} runs of ${traceConditioning.trials} trials in ${minutes} min.\n`,
);

/** By condition, network: means over repetitions of window means. */
const sums = conditions.map(() =>
  Array.from({ length: networks }, () => new Float64Array(metrics.length * windows.length)),
);
for (const { key, condition, network } of runs)
  finished.get(key)!.forEach((mean, cell) => (sums[condition][network][cell] += mean / repetitions));

/** Mean and standard error over networks of condition minus control. */
function difference(condition: number, cell: number): readonly [number, number] {
  const differences = sums[condition].map((means, network) => means[cell] - sums[0][network][cell]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / networks;
  const squares = differences.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return [mean, Math.sqrt(squares / (networks - 1) / networks)];
}

const shown = (value: number) => (Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(4)).padStart(9);

function print(title: string, rows: readonly Row[]): readonly number[] {
  const scores: number[] = [];
  console.log(title);
  console.log(
    `${"condition".padEnd(30)}${"metric".padEnd(7)}${"trials".padEnd(9)}     here       SE  published   SE        z`,
  );
  for (const { name, condition, published: reference } of rows)
    metrics.forEach((metric, m) =>
      windows.forEach(([from, to], w) => {
        const [here, error] = difference(conditions.indexOf(condition), m * windows.length + w);
        const head = `${name.padEnd(30)}${metric.padEnd(7)}${`${from}-${to}`.padEnd(9)}${shown(here)}${shown(error)}`;
        if (!reference) return console.log(head);
        const [there, theirError] = reference(metric, `${from}-${to}`);
        const z = (here - there) / Math.sqrt(error * error + theirError * theirError);
        scores.push(z);
        console.log(`${head} ${shown(there)}${shown(theirError)}${z.toFixed(2).padStart(8)}`);
      }),
    );
  console.log("");
  return scores;
}

const summary = (scores: readonly number[]) => {
  const sizes = scores.map(Math.abs);
  const worst = Math.max(...sizes).toFixed(2);
  return `${scores.length} contrasts: ${sizes.filter((z) => z > 3).length} with |z| > 3, largest |z| ${worst}.\n`;
};

console.log(summary(print("Published conditions, each minus control (30 networks x 2)", published)));
console.log(summary(print("Ablations of the 0.75, each minus control", ablated)));
print("Lick-gated presets, each minus control (no reference exists; SE over 30 networks)", gated);
