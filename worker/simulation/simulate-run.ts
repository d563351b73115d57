import { getHeapStatistics } from "node:v8";
import { encodeRunRecord } from "../../contracts/run-result";
import { advance } from "../../engine/simulate";
import type { Memo } from "../../engine/theories/theory";
import { packProgress, startRun, unpackProgress } from "./checkpoint";
import { threadCpuMs } from "./cpu-time";
import { type Assignment, type Limits, type Outcome, type Report, memoryReason, stop } from "./protocol";

const stepMs = 100;
const progressEveryMs = 500;
/** The first one soon: what a young run has done is worth keeping too. */
const firstCheckpointMs = 1000;
const checkpointEveryMs = 3000;

/** Simulates until done, stopped or beyond a limit. Looks at the control word between steps of about 0.1 s. */
export function simulateRun(assignment: Assignment, memo: Memo, report: (report: Report) => void): Outcome {
  const { spec, traceBinMs, limits } = assignment;
  const control = new Int32Array(assignment.control);
  const cpuAtStart = threadCpuMs();
  const cpuMs = () => Math.round(assignment.cpuMsBefore + threadCpuMs() - cpuAtStart);
  try {
    const progress = assignment.checkpoint
      ? unpackProgress(spec, traceBinMs, memo, assignment.checkpoint)
      : startRun(spec, traceBinMs, memo);
    const { recorder } = progress;
    let state = progress.state;
    let step = 1;
    let reported = performance.now();
    let saveAt = reported + firstCheckpointMs;
    for (;;) {
      const wish = Atomics.load(control, 0);
      if (wish !== stop.none) {
        const checkpoint = wish === stop.release ? packProgress({ state, recorder }) : null;
        return { kind: "stopped", trialsDone: state.trial, cpuMs: cpuMs(), checkpoint };
      }
      const reason = beyondLimit(limits, cpuMs());
      if (reason) return { kind: "failed", reason, cpuMs: cpuMs() };
      if (state.trial >= spec.paradigm.trials) break;
      const before = performance.now();
      state = advance(state, step, recorder);
      const now = performance.now();
      step = Math.max(1, Math.min(50, Math.round((step * stepMs) / Math.max(1, now - before))));
      if (now - reported >= progressEveryMs) {
        report({ kind: "progress", trialsDone: state.trial, cpuMs: cpuMs() });
        reported = now;
      }
      if (now >= saveAt && state.trial < spec.paradigm.trials) {
        const bytes = packProgress({ state, recorder });
        report({ kind: "checkpoint", trialsDone: state.trial, cpuMs: cpuMs(), bytes });
        saveAt = now + checkpointEveryMs;
      }
    }
    return { kind: "done", parts: encodeRunRecord(recorder.record()), cpuMs: cpuMs() };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error), cpuMs: cpuMs() };
  }
}

/** In words, when a limit is passed. Typed arrays live outside the heap that the thread's own limit covers. */
function beyondLimit({ cpuSeconds, memoryMb }: Limits, cpuMs: number): string | null {
  if (cpuMs > cpuSeconds * 1000)
    return `Processor time limit: the run used more than ${cpuSeconds} s (PHASIC_RUN_CPU_SECONDS).`;
  const { used_heap_size, external_memory } = getHeapStatistics();
  if (used_heap_size + external_memory > memoryMb * 2 ** 20) return memoryReason(memoryMb);
  return null;
}
