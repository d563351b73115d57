import type { RunFigures } from "@/contracts/run";
import { colourScale, type ColourScale } from "../map/colour-map";
import { trialTicks, type MapAxes } from "../map/map-axes";
import { formatNumber } from "../number-format";
import { spanAxis, tickStep, ticksWithin } from "../scale";

export interface HeatMapInput {
  readonly trace: RunFigures["traces"][number];
  /** Training trial after which each row was probed. */
  readonly probeTrials: readonly number[];
  /** Cue, reward: ms from trial start. */
  readonly events: readonly { readonly at: number; readonly label: string }[];
  /** Of rows that are an animal's trials; those of a run need none. */
  readonly recorded?: {
    /** When rows begin (ms). */
    readonly from: number;
    /** The event at time 0. */
    readonly alignment: string;
    /** Whose they are, in words. */
    readonly of: string;
    /** Of which types, in words. */
    readonly types: string;
  };
}

export interface HeatMapFigure {
  readonly axes: MapAxes;
  readonly rows: readonly (readonly (number | null)[])[];
  readonly trials: readonly number[];
  readonly bins: number;
  /** Start of each bin, s. */
  readonly binAt: (bin: number) => number;
  readonly scale: ColourScale;
  readonly note: string;
  readonly empty: string | null;
  readonly say: (row: number) => string;
}

export function prepareHeatMap({ trace, probeTrials, events, recorded }: HeatMapInput): HeatMapFigure {
  const { rows, binMs, unit } = trace;
  const bins = Math.max(0, ...rows.map((row) => row.length));
  const scale = colourScale(rows);
  const last = probeTrials.at(-1) ?? 1;
  const step = tickStep(last, 4);
  const from = recorded?.from ?? 0;
  const binAt = (bin: number) => (from + bin * binMs) / 1000;
  const name = recorded ? "Trial" : "After trial";
  return {
    axes: {
      x: spanAxis(binAt(0), binAt(bins), 4),
      xTitle: `Time from ${recorded?.alignment ?? "trial start"} (s)`,
      yTicks: trialTicks(probeTrials, [probeTrials[0] ?? 1, ...ticksWithin(step, last, step)]),
      yTitle: name,
      rows: rows.length,
      events: events.map(({ at, label }) => ({ at: at / 1000, label })),
    },
    rows,
    trials: probeTrials.slice(0, rows.length),
    bins,
    binAt,
    scale: scale ?? { map: "sequential", domain: [0, 1] },
    note: recorded
      ? `${rows.length} trials of ${recorded.of}, every sample; nothing is averaged`
      : `${rows.length} probe blocks of one run, means of ${binMs} ms bins; nothing is averaged over subjects`,
    empty: scale ? null : recorded ? "No trial passes the filter." : "This run has no probe block yet.",
    say: (row) => {
      let peak = -1;
      rows[row]?.forEach((value, bin) => {
        if (value !== null && (peak < 0 || Math.abs(value) > Math.abs(rows[row][peak] ?? 0))) peak = bin;
      });
      const most =
        peak < 0
          ? "no value"
          : `largest ${formatNumber(rows[row][peak])} ${unit} at ${binAt(peak).toFixed(2)} s`;
      return `${name} ${probeTrials[row]}: ${most}`;
    },
  };
}
