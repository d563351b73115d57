import { subject as subjectContract } from "../../../contracts/experiment";
import { type FrozenRun, type ResultColumn } from "../../../contracts/publication";
import type { InLab } from "../../access/grant";
import { historyFrom } from "../../runs/service";
import type { Keys } from "./keys";
import type { Parts } from "./parts";
import * as store from "./store";

/** A run where it stands in an experiment. */
export interface PlacedRun {
  readonly runId: string;
  readonly experimentId: string;
  readonly modelVersionId: string;
}

/** Every run that is done, with what it takes to compute it again and what that gives. */
export async function frozenRuns(
  grant: InLab,
  placed: readonly PlacedRun[],
  keys: Keys,
  parts: Parts,
): Promise<FrozenRun[]> {
  const places = new Map<string, Map<string, { experiment: string; model: string }>>();
  for (const { runId, experimentId, modelVersionId } of placed) {
    const own = places.get(runId) ?? new Map();
    const place = {
      experiment: keys.of("experiment", experimentId),
      model: keys.of("model", modelVersionId),
    };
    places.set(runId, own.set(`${place.experiment} ${place.model}`, place));
  }
  const runs = await store.findRuns(grant, [...places.keys()]);
  const columns = await columnsOf(grant, runs, parts);
  return runs.map(({ id, paradigmVersionId, history, result, ...run }) => ({
    key: keys.of("run", id),
    places: [...places.get(id)!].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place),
    paradigm: keys.of("paradigm", paradigmVersionId),
    ...{ trials: run.trials, arm: run.arm, subject: subjectContract.parse(run.subject) },
    ...{ repetition: run.repetition, seed: run.seed },
    history: history && parts.json(historyFrom(history)),
    ...{ engineVersion: run.engineVersion, traceBinMs: run.traceBinMs, specHash: run.specHash },
    ...{ resultHash: result!.hash, result: columns.get(result!.id)! },
  }));
}

async function columnsOf(
  grant: InLab,
  runs: readonly { readonly result: { readonly id: string } | null }[],
  parts: Parts,
): Promise<Map<string, Partial<Record<ResultColumn, string>>>> {
  const hashed = await store.hashResults(grant, [...new Set(runs.map(({ result }) => result!.id))]);
  const columns = new Map<string, Partial<Record<ResultColumn, string>>>();
  for (const { id, column, hash, byteLength } of hashed) {
    const own = columns.get(id) ?? {};
    own[column] = parts.column(hash, byteLength, { resultId: id, column });
    columns.set(id, own);
  }
  return columns;
}
