import type { DatasetVersion } from "../../../contracts/dataset";
import type { Reader } from "../../access/grant";
import { numbersIn } from "../read/numbers";
import { listTrials, listValues } from "../read/store";
import type { SessionRecord } from "../store";

/** Numbers per trial that came with the file, over the sessions of an animal in order; excluded trials are gaps, as in every mean. */
export async function sourceColumns(
  grant: Reader,
  { measures }: Pick<DatasetVersion, "measures">,
  sessions: readonly Pick<SessionRecord, "id">[],
) {
  const columns = new Map(measures.map(({ name }) => [name, [] as number[]]));
  for (const { id } of sessions) {
    const [trials, values] = await Promise.all([listTrials(grant, id), listValues(grant, id)]);
    const byMeasure = new Map(measures.map(({ name }) => [name, new Map<number, number>()]));
    for (const block of values)
      numbersIn(Float64Array, block.values).forEach((value, at) =>
        byMeasure.get(block.measure)?.set(block.trials[at], value),
      );
    for (const [name, own] of byMeasure)
      for (const { index, excluded } of trials)
        columns.get(name)!.push(excluded ? NaN : (own.get(index) ?? NaN));
  }
  return measures.map(({ name, unit, window, processing }) => {
    const values = Float64Array.from(columns.get(name)!);
    return {
      ...{ key: name, title: name, unit, values },
      words: window ? `${window.from} to ${window.to} s from ${window.event}` : "the source names no window",
      meaning: processing || "as the source has it",
      reason: values.every(Number.isNaN) ? "The source has no value of it for this subject." : null,
    };
  });
}
