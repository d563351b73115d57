import type { RecordingPart } from "@/contracts/recording";
import type { Notes } from "../reader";
import { Refusal, quoted } from "../refusal";
import type { ChosenEvents } from "./mapping";
import type { Rows } from "./matrix";
import type { Value } from "./model";
import { isList } from "./model";
import type { Place } from "./places";
import type { CutTime } from "./times";

type EventPart = Extract<RecordingPart, { kind: "events" }>;
type Timed = Pick<EventPart, "type" | "meaning">;

/** For each trial its times; null where the variable is one list for the whole session. */
function timesByTrial({ path, clock }: ChosenEvents, value: Value, trials: number): Float64Array[] | null {
  if (value.kind === "cells") {
    const cells = value.cells.map((cell) => cell ?? new Float64Array(0));
    // one cell for each trial; cells of another count are lists for the whole session
    return clock === "trial" || cells.length === trials ? cells : null;
  }
  if (value.kind === "texts")
    throw new Refusal(`${quoted(path)} is text where times are expected`, "choose another variable");
  const { numbers, dims, byColumns } = value;
  if (!isList(dims)) {
    const [rows, columns] = dims;
    return Array.from({ length: rows }, (_, row) =>
      Float64Array.from({ length: columns }, (_, column) =>
        byColumns ? numbers[column * rows + row] : numbers[row * columns + column],
      ),
    );
  }
  return clock === "trial" ? Array.from(numbers, (time) => Float64Array.of(time)) : null;
}

/** Times as a variable has them: one list for the session, or one for each trial. */
export function* timedEvents(
  notes: Notes,
  chosen: ChosenEvents,
  value: Value,
  { place, rows, trials, indexes }: Selection,
): Generator<EventPart> {
  const { id: type, meaning, seconds, path } = chosen;
  const lists = timesByTrial(chosen, value, trials);
  const shared = { kind: "events" as const, ...place, type, meaning, values: null, durations: null };
  if (!lists) {
    const all =
      value.kind === "numbers"
        ? value.numbers
        : value.kind === "cells"
          ? value.cells.flatMap((c) => [...(c ?? [])])
          : [];
    const times = Float64Array.from(all, seconds).filter((time) => Number.isFinite(time));
    if (times.length > 0) yield { ...shared, trials: null, times: times.sort() };
    return;
  }
  if (lists.length > trials && trials > 0)
    throw new Refusal(
      `${quoted(path)} has times for ${lists.length} trials where there are ${trials}`,
      "choose another variable",
    );
  if (lists.length < trials)
    notes.remark(
      `${path} covers ${lists.length} of ${trials} trials; it was aligned to the first ${lists.length}.`,
    );
  const [own, times]: number[][] = [[], []];
  for (const [at, row] of rows.entries())
    for (const time of lists[row] ?? []) {
      const moment = seconds(time);
      if (!Number.isFinite(moment)) continue;
      own.push(indexes[at]);
      times.push(moment);
    }
  if (times.length > 0)
    yield {
      ...shared,
      trials: chosen.clock === "trial" ? own : null,
      times: chosen.clock === "trial" ? Float64Array.from(times) : Float64Array.from(times).sort(),
    };
}

/** The trials of one session, among those of a recording. */
export interface Selection {
  readonly place: Place;
  /** Where they stand in the recording's lists. */
  readonly rows: readonly number[];
  /** Their numbers in the session. */
  readonly indexes: readonly number[];
  /** Of the whole recording. */
  readonly trials: number;
}

/** A raster's samples that are not 0; several events in one sample are one of that value. */
export function rasterEvents(
  { type, meaning }: Timed,
  raster: Rows,
  { samplingRateHz, t0Seconds }: CutTime,
  { place, rows, indexes }: Selection,
): EventPart | null {
  if (samplingRateHz === null || t0Seconds === null) return null;
  const covered = rows.filter((row) => row < raster.rows);
  const all = raster.take(covered);
  const [trials, times, values]: number[][] = [[], [], []];
  for (let at = 0; at < all.length; at++)
    if (all[at] !== 0 && !Number.isNaN(all[at])) {
      trials.push(indexes[Math.floor(at / raster.samples)]);
      // divided once, so that the time of a sample is the double nearest to it
      times.push(((at % raster.samples) + t0Seconds * samplingRateHz) / samplingRateHz);
      values.push(all[at]);
    }
  if (times.length === 0) return null;
  return {
    ...{ kind: "events", ...place, type, meaning, trials, durations: null },
    ...{ times: Float64Array.from(times), values: Float64Array.from(values) },
  };
}
