import { setTimeout as after } from "node:timers/promises";

/** What `look` gives as soon as it gives something; throws after `withinMs`, saying what was waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  withinMs = 120_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s for ${what}.`);
    await after(50);
  }
}
