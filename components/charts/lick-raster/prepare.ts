import type { MapAxes } from "../map/map-axes";
import { trialTicks } from "../map/map-axes";
import { spanAxis, tickStep, ticksWithin } from "../scale";

export interface LickRasterInput {
  /** Lick times (ms from trial start) of each training trial. */
  readonly licks: readonly (readonly number[])[];
  readonly stimulated: readonly boolean[];
  readonly trialMs: number;
  /** Cue, reward: ms from trial start. */
  readonly events: readonly { readonly at: number; readonly label: string }[];
  /** Of rows that are an animal's; those of a run need none. */
  readonly recorded?: {
    /** When rows begin (ms); they end at `trialMs`. */
    readonly from: number;
    /** The event at time 0. */
    readonly alignment: string;
    /** Number of each row's trial. */
    readonly trials: readonly number[];
    /** Whose they are, in words. */
    readonly of: string;
  };
}

export interface LickRasterFigure {
  readonly axes: MapAxes;
  readonly trials: readonly number[];
  /** Lick times in s, per row. */
  readonly rows: readonly (readonly number[])[];
  readonly stimulated: readonly boolean[];
  readonly note: string;
  readonly empty: string | null;
  readonly say: (row: number) => string;
}

const seconds = (ms: number) => ms / 1000;

export function prepareLickRaster({
  licks,
  stimulated,
  trialMs,
  events,
  recorded,
}: LickRasterInput): LickRasterFigure {
  const trials = recorded?.trials ?? licks.map((_, index) => index + 1);
  const last = trials.at(-1) ?? 1;
  const rows = licks.map((times) => times.map(seconds));
  const total = licks.reduce((sum, times) => sum + times.length, 0);
  const marked = stimulated.filter(Boolean).length;
  const step = Math.max(1, tickStep(last, 4));
  const ticks = [trials[0] ?? 1, ...ticksWithin(step, last, step)];
  return {
    axes: {
      x: spanAxis(seconds(recorded?.from ?? 0), seconds(trialMs), 4),
      xTitle: `Time from ${recorded?.alignment ?? "trial start"} (s)`,
      yTicks: trialTicks(trials, ticks),
      yTitle: "Trial",
      rows: trials.length,
      events: events.map(({ at, label }) => ({ at: seconds(at), label })),
    },
    trials,
    rows,
    stimulated,
    note:
      `${total} licks in ${trials.length} ${recorded ? `trials of ${recorded.of}` : "training trials of one run"}` +
      (marked > 0
        ? `; ${marked} stimulated trial${marked === 1 ? "" : "s"} marked at the right`
        : "; no trial was stimulated"),
    empty:
      trials.length > 0
        ? null
        : recorded
          ? "No trial passes the filter."
          : "This run has not finished a trial yet.",
    say: (row) => {
      const times = rows[row] ?? [];
      const first = times.length > 0 ? `, first at ${times[0].toFixed(2)} s` : "";
      return `Trial ${trials[row]}: ${times.length} lick${times.length === 1 ? "" : "s"}${first}${stimulated[row] ? ", stimulated" : ""}`;
    },
  };
}
