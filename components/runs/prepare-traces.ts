import type { Encoding } from "@/components/charts/encoding";
import type { Facet, LineFigure } from "@/components/charts/lines/line-figure";
import { axesOf, emptyFigure } from "@/components/charts/lines/prepare-lines";
import type { RunFigures } from "@/contracts/run";
import { eventsOf, unitWords, type TrialEvent } from "./events-of";

type Row = readonly (number | null)[];
const periods = ["early", "middle", "late"] as const;
const words: Record<string, string> = { cued: "Cued", uncued: "Uncued", omission: "Omitted" };

/** Mean over rows, bin by bin; a gap does not count, a bin of gaps is a gap. */
export function meanRow(rows: readonly Row[]): (number | null)[] {
  const bins = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: bins }, (_, bin) => {
    const known = rows.map((row) => row[bin]).filter((value) => value !== null && value !== undefined);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
  });
}

/** The probe blocks of one run in three equal periods of training; fewer than three blocks make one period. */
export function prepareRunTraces(
  traces: RunFigures["traces"],
  {
    title,
    probeTrials,
    encoding,
    events,
  }: {
    title: string;
    probeTrials: readonly number[];
    encoding: Encoding;
    events: readonly TrialEvent[];
  },
): LineFigure {
  const [first] = traces;
  const unit = unitWords(first?.unit ?? "");
  const head = { key: `traces ${title}`, title, unit, definition: "mean over probe blocks", remarks: [] };
  const blocks = first?.rows.length ?? 0;
  const named = blocks >= 3 ? periods : (["all probe blocks"] as const);
  const facets = traces.flatMap((trace, row) =>
    named.map((period, column): Facet => {
      const from = Math.floor((column * blocks) / named.length);
      const to = Math.floor(((column + 1) * blocks) / named.length);
      const points = meanRow(trace.rows.slice(from, to));
      const last = probeTrials[to - 1];
      return {
        key: `${trace.type} ${period}`,
        title: row === 0 ? `${period}, trials ${probeTrials[from]}–${last}` : "",
        rowTitle: column === 0 ? (words[trace.type] ?? trace.type) : null,
        x: points.map((_, bin) => ((bin + 0.5) * trace.binMs) / 1000),
        lines: [
          {
            group: trace.type,
            entry: "this run",
            label: `${words[trace.type] ?? trace.type}, ${period}`,
            encoding,
            points,
            bands: points.map(() => null),
            individuals: [],
            marked: () => false,
            series: null,
          },
        ],
        events: eventsOf(trace.type, events).map(({ at, label }) => ({ at: at / 1000, label })),
        empty: null,
      };
    }),
  );
  const end = Math.max(0, ...traces.map(({ rows, binMs }) => ((rows[0]?.length ?? 0) * binMs) / 1000));
  const { x, y } = axesOf(facets, [0, end], { zero: true, zoom: null, ticks: 3 });
  if (y === null) return emptyFigure(head, "This run has no probe block yet.");
  return {
    ...head,
    note: `one run, means of ${first.binMs} ms bins over its probe blocks; no band, because one run has no spread`,
    xAxis: { ...x, key: "run time", title: "Time from trial start", unit: "s" },
    yAxis: y,
    zeroLine: true,
    columns: named.length,
    fixedColumns: true,
    facets,
    legend: [],
    directLabels: false,
    sayX: (at) => `${at.toFixed(2)} s from trial start`,
    empty: null,
  };
}
