import { systemGrant } from "../access/grant";
import { msPerTrial } from "./store";

/** Processor time of a training trial with its share of probes (ms), before this installation has measured any. */
const unmeasured = 5;

/** Processor time of runs in seconds, from what recent runs of the same theories took here. */
export async function secondsFor(runs: readonly { theory: string; trials: number }[]): Promise<number> {
  const theories = [...new Set(runs.map(({ theory }) => theory))];
  // The speed of this installation is nobody's secret, and a new lab has none of its own.
  const speed = await msPerTrial(systemGrant("plan: speed of this installation"), theories);
  return runs.reduce(
    (sum, { theory, trials }) => sum + (trials * (speed.get(theory) ?? unmeasured)) / 1000,
    0,
  );
}
