import { setImmediate } from "node:timers/promises";

/** Long enough to be worth a change of turns, too short for a person to notice. */
const turnMs = 25;
let last: Promise<unknown> = Promise.resolve();
const nextTurn = (): Promise<unknown> => (last = last.then(() => setImmediate()));

/**
 * Computes what takes long without keeping others waiting: after each turn requests are answered, and computations of several
 * people take turns.
 */
export async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    await nextTurn();
    const began = performance.now();
    while (performance.now() - began < turnMs) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }
}

/** The same at once, where nobody else waits. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
