import type { Reader } from "../../access/grant";
import { grouped } from "./grouped";
import * as store from "./store";

/** An animal of a group, with every trial it met: session after session, those excluded from analysis too. */
export interface Animal {
  readonly name: string;
  readonly sessions: number;
  readonly trials: readonly store.MetTrialRow[];
}

/** In the order of the file; none where the version is not imported, or has no such group. */
export async function animalsOf(grant: Reader, versionId: string, group: string): Promise<Animal[]> {
  const rows = await store.listTrialsOfGroup(grant, versionId, group);
  return [...grouped(rows, ({ subject }) => subject)].map(([name, trials]) => ({
    name,
    sessions: new Set(trials.map(({ session }) => session)).size,
    trials,
  }));
}
