import { createHash } from "node:crypto";
import type { SimulationGroup } from "./group";

/** Gives what was made under this key before, or makes it. Keys name everything that the result depends on. */
export type Remember = <T>(key: string, make: () => T) => T;
export const rememberNothing: Remember = (_key, make) => make();

const kept = new WeakMap<SimulationGroup, string>();

/** Names the numbers of a group and of its control: equal signatures, equal curves. */
export function signatureOf(group: SimulationGroup): string {
  let signature = kept.get(group);
  if (signature === undefined) {
    const { key, subjects, repetitions, trials, refused, runs, control } = group;
    const standing = runs.map(({ numbers, ...run }) => [run, numbers?.resultId]);
    const against = control && signatureOf(control);
    signature = createHash("sha256")
      .update(JSON.stringify([key, subjects, repetitions, trials, refused, standing, against]))
      .digest("base64url");
    kept.set(group, signature);
  }
  return signature;
}

/** A memory of the `most` results that were used last. */
export function createMemory(most: number): Remember {
  const memory = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    const value = memory.has(key) ? (memory.get(key) as T) : make();
    memory.delete(key);
    memory.set(key, value);
    if (memory.size > most) memory.delete(memory.keys().next().value!);
    return value;
  };
}
