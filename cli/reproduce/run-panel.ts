import type { DataOf } from "../../contracts/dashboard-panel";
import type { RunFigures } from "../../contracts/run";

/** A number of a panel, and what the results give in its place. */
export interface Numbers {
  readonly where: string;
  readonly archived: number | null;
  readonly made: number | null;
}

type Column = readonly (number | null)[];

/** What a panel of one run shows, beside what its result gives: licks, a map of dopamine, or a curve. */
export function* runNumbers({ recorded }: DataOf<"run">, made: RunFigures | null): Generator<Numbers> {
  if (!recorded) return;
  if (recorded.as === "raster") {
    for (let trial = 0; trial < recorded.licks.length; trial += 1) {
      yield* columnOf(`licks of trial ${trial + 1}`, recorded.licks[trial], made?.licks[trial]);
      const flag = (value: boolean | undefined) => (value === undefined ? null : Number(value));
      yield {
        where: `stimulation of trial ${trial + 1}`,
        ...{ archived: flag(recorded.stimulated[trial]), made: flag(made?.stimulated[trial]) },
      };
    }
  } else if (recorded.as === "heat-map") {
    const { signal, type, rows } = recorded.trace;
    const own = made?.traces.find((trace) => trace.signal === signal && trace.type === type);
    for (let row = 0; row < rows.length; row += 1)
      yield* columnOf(`${signal} after trial ${recorded.probeTrials[row]}`, rows[row], own?.rows[row]);
  } else
    yield* columnOf(
      recorded.title,
      recorded.values,
      made?.training[recorded.measure] ?? made?.probes[recorded.measure],
    );
}

function* columnOf(where: string, archived: Column, made: Column | undefined): Generator<Numbers> {
  for (let at = 0; at < Math.max(archived.length, made?.length ?? 0); at += 1)
    yield { where: `${where}, number ${at + 1}`, archived: archived[at] ?? null, made: made?.[at] ?? null };
}
