import type { Paradigm } from "./paradigm";

/** A probe block follows trial 1 and every `probes.every`-th trial. */
export const isProbeTrial = (paradigm: Paradigm, trial: number): boolean =>
  trial === 1 || trial % paradigm.probes.every === 0;

/** The trials after which probe blocks come, ascending. */
export function probeTrials(paradigm: Paradigm, trials = paradigm.trials): Int32Array {
  const found: number[] = [];
  for (let trial = 1; trial <= trials; trial += 1) if (isProbeTrial(paradigm, trial)) found.push(trial);
  return Int32Array.from(found);
}
