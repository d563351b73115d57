/** A worker thread that simulates runs, one after the other; populations are computed once per thread. */
import { parentPort } from "node:worker_threads";
import { keyedNoise } from "../engine/noise/keyed";
import { createRecorder } from "../engine/recorder";
import type { RunRecord } from "../engine/run-record";
import type { RunSpec } from "../engine/run-spec";
import { advance, begin } from "../engine/simulate";
import { theoryNamed } from "../engine/theories/registry";
import type { Memo } from "../engine/theories/theory";

export interface Task {
  readonly id: number;
  readonly spec: RunSpec;
  readonly trials: number;
  readonly traceBinMs: number;
}

export type Report =
  | { readonly kind: "progress"; readonly id: number; readonly trials: number }
  | { readonly kind: "done"; readonly id: number; readonly record: RunRecord }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };

const memo: Memo = new Map();
/** Trials between two reports of progress. */
const stride = 50;

function simulate({ id, spec, trials, traceBinMs }: Task): RunRecord {
  const { population, rank } = spec.subject;
  const noise = keyedNoise({ seed: spec.seed, population, rank, repetition: spec.repetition });
  const recorder = createRecorder(spec.paradigm, theoryNamed(spec.theory).declaration, { traceBinMs });
  let state = begin(spec, noise, memo);
  while (state.trial < trials) {
    const from = state.trial;
    state = advance(state, Math.min(stride, trials - from), recorder);
    send({ kind: "progress", id, trials: state.trial - from });
  }
  return recorder.record();
}

const send = (report: Report) => parentPort?.postMessage(report);

parentPort?.on("message", (task: Task) => {
  try {
    send({ kind: "done", id: task.id, record: simulate(task) });
  } catch (error) {
    send({ kind: "failed", id: task.id, reason: error instanceof Error ? error.message : String(error) });
  }
});
