import {
  decodeBlockTraces,
  decodeProbes,
  decodeTraining,
  decodeTrialTypes,
} from "../../contracts/run-result";
import { measures } from "../../engine/measures/registry";
import type { Reader } from "../access/grant";
import { Problem } from "../errors";
import type { RunNumbers } from "./assemble/group";
import { findResults, type ResultRecord } from "./store";

/**
 * Results never change, so what was decoded once is kept: about 60 kB a run, the least recently used go first. Who may
 * read them is decided before: only ids of runs that the lab has reach this file.
 */
const most = 1500;
const kept = new Map<string, RunNumbers>();

/** Compared at once; the largest experiment twice. */
const mostCompared = 20_000;
/** Read and decoded in one go: others are answered in between. */
const batch = 200;

/** The numbers of these results, by id. Throws too-large. */
export async function numbersOf(grant: Reader, ids: readonly string[]): Promise<Map<string, RunNumbers>> {
  const wanted = [...new Set(ids)];
  if (wanted.length > mostCompared) {
    const number = new Intl.NumberFormat("en");
    throw new Problem(
      "too-large",
      `These groups stand on ${number.format(wanted.length)} runs; at most ${number.format(mostCompared)} are compared at once.`,
      { where: "groups", next: "Compare fewer groups, or smaller ones." },
    );
  }
  const found = new Map<string, RunNumbers>();
  for (const id of wanted) {
    const numbers = kept.get(id);
    if (numbers) found.set(id, numbers);
  }
  const missing = wanted.filter((id) => !found.has(id));
  for (let from = 0; from < missing.length; from += batch)
    for (const row of await findResults(grant, missing.slice(from, from + batch)))
      found.set(row.id, numbersIn(row));
  for (const [id, numbers] of found) {
    kept.delete(id);
    kept.set(id, numbers);
  }
  for (const id of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(id);
  }
  return found;
}

const trainingKeys = measures.filter(({ source }) => source === "training").map(({ key }) => key);

/** Columns are copied out, so that the rest of a block can be forgotten. */
export function numbersIn({ id, training, probes, blockTraces, traceBinMs }: ResultRecord): RunNumbers {
  const columns = decodeTraining(training);
  const traces = decodeBlockTraces(blockTraces);
  return {
    resultId: id,
    training: Object.fromEntries(
      trainingKeys.flatMap((key) => (columns[key] ? [[key, columns[key].slice()] as const] : [])),
    ),
    types: decodeTrialTypes(training)?.slice() ?? null,
    probes: decodeProbes(probes),
    blockTraces: {
      blocks: traces.blocks.slice(),
      traces: traces.traces
        .filter(({ signal }) => signal === "dopamine")
        .map((trace) => ({ ...trace, values: trace.values.slice() })),
    },
    binMs: traceBinMs,
  };
}
