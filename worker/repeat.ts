import { setTimeout as after } from "node:timers/promises";

/** Repeats a task, one at a time, with a pause in between. A failure is reported and the next turn comes all the same. */
export function repeat(task: () => Promise<unknown>, pauseMs: number, onError: (error: unknown) => void) {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await task().catch(onError);
      await after(pauseMs, null, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
