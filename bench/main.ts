/**
 * `npm run bench`: CPU time of an 800-trial control run of ACTR, probes included, on the SIMD kernel and on its readable twin,
 * and the ratio to the published code's 392 s (Octave, bench/reference/timing.json). It prints and never fails.
 */
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { engineVersion } from "../engine/engine-version.generated";
import { createTwin } from "../engine/math/rate-network";
import { createKernel } from "../engine/math/rate-network-kernel";
import { keyedNoise } from "../engine/noise/keyed";
import { createRecorder } from "../engine/recorder";
import { advance, begin } from "../engine/simulate";
import { createActr } from "../engine/theories/actr/actr";
import type { Memo, Theory } from "../engine/theories/theory";
import { runsOf } from "./networks";

const timing = JSON.parse(readFileSync(new URL("./reference/timing.json", import.meta.url), "utf8"));
const reference: number = timing.octave_genuine_cpu_s["800_trial_run_extrapolated"];
const memo: Memo = new Map();
const [{ spec }] = runsOf({ preset: "as-published", arm: "control" });
const { population, rank } = spec.subject;

/** CPU seconds of a piece of work, and its result. */
function cpu<T>(work: () => T): readonly [number, T] {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return [(user + system) / 1e6, result];
}

function run(theory: Theory, trials: number): number {
  const noise = keyedNoise({ seed: spec.seed, population, rank, repetition: spec.repetition });
  const start = begin(spec, noise, memo, theory);
  const recorder = createRecorder(spec.paradigm, theory.declaration);
  return cpu(() => advance(start, trials, recorder))[0];
}

const line = (name: string, seconds: number) =>
  console.log(
    `${name.padEnd(28)}${seconds.toFixed(2).padStart(8)} s CPU${(reference / seconds).toFixed(0).padStart(8)} x reference`,
  );

const [processor] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} x ${processor.model.trim()}, load ${loadavg()[0].toFixed(1)}, engine ${engineVersion}`,
);
console.log(
  `800-trial control run with 161 probe blocks; the published code takes ${reference} s CPU (Octave)\n`,
);

const network = createKernel(spec.paradigm.trialMs);
const kernel = createActr({ network: () => network }) as Theory;
const [population500] = cpu(() =>
  begin(spec, keyedNoise({ seed: 1, population, rank, repetition: 0 }), memo, kernel),
);
run(kernel, 20);
const runs = [1, 2, 3].map(() => run(kernel, spec.paradigm.trials)).sort((a, b) => a - b);
line("SIMD kernel, best of three", runs[0]);
line("SIMD kernel, median", runs[1]);
const twin = createTwin(spec.paradigm.trialMs);
const share = process.argv.includes("--whole") ? 1 : 8;
const twinSeconds = run(createActr({ network: () => twin }) as Theory, spec.paradigm.trials / share) * share;
line(
  share === 1 ? "readable twin" : `readable twin (${share} x ${spec.paradigm.trials / share} trials)`,
  twinSeconds,
);
console.log(
  `\nonce per population: drawing and ranking 500 networks takes ${population500.toFixed(2)} s CPU`,
);
