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

export function prepareHeatMap({ trace, probeTrials, events }: HeatMapInput): HeatMapFigure {
  const { rows, binMs, unit } = trace;
  const bins = Math.max(0, ...rows.map((row) => row.length));
  const scale = colourScale(rows);
  const last = probeTrials.at(-1) ?? 1;
  const step = tickStep(last, 4);
  const binAt = (bin: number) => (bin * binMs) / 1000;
  return {
    axes: {
      x: spanAxis(0, binAt(bins), 4),
      xTitle: "Time from trial start (s)",
      yTicks: trialTicks(probeTrials, [1, ...ticksWithin(step, last, step)]),
      yTitle: "After trial",
      rows: rows.length,
      events: events.map(({ at, label }) => ({ at: at / 1000, label })),
    },
    rows,
    trials: probeTrials.slice(0, rows.length),
    bins,
    binAt,
    scale: scale ?? { map: "sequential", domain: [0, 1] },
    note: `${rows.length} probe blocks of one run, means of ${binMs} ms bins; nothing is averaged over subjects`,
    empty: scale ? null : "This run has no probe block yet.",
    say: (row) => {
      let peak = -1;
      rows[row]?.forEach((value, bin) => {
        if (value !== null && (peak < 0 || Math.abs(value) > Math.abs(rows[row][peak] ?? 0))) peak = bin;
      });
      const most =
        peak < 0
          ? "no value"
          : `largest ${formatNumber(rows[row][peak])} ${unit} at ${binAt(peak).toFixed(2)} s`;
      return `After trial ${probeTrials[row]}: ${most}`;
    },
  };
}
