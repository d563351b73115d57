import { setTimeout as after } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Assignment, type Message, type Outcome, type Report, memoryReason, stop } from "./protocol";

/** A run on its way in a thread. */
export interface Simulation {
  /** Never rejects: a thread that dies is an outcome, with its reason. */
  readonly outcome: Promise<Outcome>;
  /** The outcome, or null when the thread has not answered a release in this time. */
  outcomeWithin(ms: number): Promise<Outcome | null>;
  abandon(): void;
  /** Asks for a checkpoint and to stop. */
  release(): void;
}

export interface SimulationPool {
  start(assignment: Omit<Assignment, "control">, onReport: (report: Report) => void): Simulation;
  close(): Promise<void>;
}

/** Threads are made when first needed and kept: the caller decides how many runs go on at once. */
export function createSimulationPool(memoryMb: number): SimulationPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const spawn = () => {
    const thread = new Worker(new URL("./thread-start.mjs", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    all.add(thread);
    const gone = () => {
      all.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    };
    thread.on("error", gone).on("exit", gone);
    return thread;
  };
  return {
    start(assignment, onReport) {
      const thread = idle.pop() ?? spawn();
      const control = new SharedArrayBuffer(4);
      const tell = (wish: number) => void Atomics.store(new Int32Array(control), 0, wish);
      const outcome = follow(thread, assignment.limits, onReport).then((end) => {
        if (all.has(thread)) idle.push(thread);
        return end;
      });
      thread.postMessage({ ...assignment, control } satisfies Assignment);
      let markReleased = () => {};
      const released = new Promise<void>((resolve) => (markReleased = resolve));
      return {
        outcome,
        abandon: () => tell(stop.abandon),
        release() {
          tell(stop.release);
          markReleased();
        },
        outcomeWithin: (ms) => Promise.race([outcome, released.then(() => after(ms, null, { ref: false }))]),
      };
    },
    async close() {
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}

/** Listens until the run ends, or the thread does, or it has been silent for longer than the whole run may take. */
function follow(
  thread: Worker,
  limits: Assignment["limits"],
  onReport: (report: Report) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let cpuMs = 0;
    const silence = setTimeout(
      () => {
        end({ kind: "failed", reason: `No progress for ${limits.cpuSeconds} s: the run was ended.`, cpuMs });
        void thread.terminate();
      },
      limits.cpuSeconds * 1000 + 10_000,
    );
    const end = (outcome: Outcome) => {
      clearTimeout(silence);
      thread.off("message", hear).off("error", fail).off("exit", exit);
      resolve(outcome);
    };
    const hear = (message: Message) => {
      cpuMs = message.cpuMs;
      if (message.kind !== "progress" && message.kind !== "checkpoint") return end(message);
      silence.refresh();
      onReport(message);
    };
    const fail = (error: NodeJS.ErrnoException) =>
      end({
        kind: "failed",
        reason: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? memoryReason(limits.memoryMb) : error.message,
        cpuMs,
      });
    const exit = (code: number) =>
      end({ kind: "failed", reason: `The simulating thread ended with code ${code}.`, cpuMs });
    thread.on("message", hear).on("error", fail).on("exit", exit);
  });
}
