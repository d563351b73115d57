import type { DopamineRole } from "@/engine/declaration";
import { roleInks, type Encoding } from "../encoding";
import type { Facet, LineFigure } from "../lines/line-figure";
import { axesOf, emptyFigure, markEvery } from "../lines/prepare-lines";
import { markers } from "../marker";

export interface RunSeriesInput {
  /** Names the figure within its page. */
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
  /** One or more quantities of one unit over trials. */
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** Trial number of each value; 1, 2, 3 … when absent. */
  readonly trials?: readonly number[];
  /** Average this many values per point; 1 shows each trial. */
  readonly block: number;
  readonly zeroLine: boolean;
  readonly role: DopamineRole | null;
  readonly zoom: { readonly from: number; readonly to: number } | null;
}

/** Means over consecutive blocks; a gap does not count, a block of gaps is a gap. */
export function blockMeans(values: readonly (number | null)[], block: number): (number | null)[] {
  return Array.from({ length: Math.ceil(values.length / block) }, (_, index) => {
    const some = values.slice(index * block, (index + 1) * block).filter((value) => value !== null);
    return some.length > 0 ? some.reduce((sum, value) => sum + value, 0) / some.length : null;
  });
}

/** All figures of a run page that run over training trials show one position together. */
export const runTrialsAxis = "run trials";

const dashes = [null, "8 3", "3 3", "8 3 2 3"];

/** Numbers of one run over its trials. No band: one run has no spread. */
export function prepareRunSeries(input: RunSeriesInput): LineFigure {
  const { name, title, unit, definition, series, block, zeroLine, role } = input;
  const head = { key: name, title, unit, definition, remarks: [] };
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const trials = input.trials ?? Array.from({ length }, (_, index) => index + 1);
  const starts = Array.from({ length: Math.ceil(length / block) }, (_, index) => trials[index * block]);
  const ends = starts.map((_, index) => trials[Math.min(length, (index + 1) * block) - 1]);
  const inks = roleInks[role ?? "none"];
  const facet: Facet = {
    key: "all",
    title: "",
    rowTitle: null,
    x: starts.map((start, index) => (start + ends[index]) / 2),
    lines: series.map(({ label, values }, index) => {
      const encoding: Encoding = {
        kind: "simulation",
        ink: inks[index % inks.length],
        marker: markers[index % markers.length],
        dash: dashes[index % dashes.length],
      };
      const points = blockMeans(values, block);
      return {
        group: label,
        entry: label,
        label,
        encoding,
        points,
        bands: points.map(() => null),
        individuals: [],
        marked: series.length > 1 || points.length <= 20 ? markEvery(points.length, index) : () => false,
        series: null,
      };
    }),
    events: [],
    empty: null,
  };
  const whole = [0, trials.at(-1) ?? 1] as const;
  const { x, y } = axesOf([facet], whole, { zero: zeroLine, zoom: input.zoom, ticks: 5 });
  if (y === null) return emptyFigure(head, "This run has no value here yet.");
  return {
    ...head,
    note:
      block === 1 ? "each point one trial of this run" : `each point the mean of ${block} trials of this run`,
    xAxis: { ...x, key: runTrialsAxis, title: "Trial", unit: "" },
    yAxis: y,
    zeroLine,
    columns: 1,
    fixedColumns: false,
    facets: [facet],
    legend: series.length > 1 ? facet.lines.map(({ entry, encoding }) => ({ text: entry, encoding })) : [],
    directLabels: true,
    sayX: (at) => {
      const index = facet.x.indexOf(at);
      return starts[index] === ends[index] ? `trial ${at}` : `trials ${starts[index]}–${ends[index]}`;
    },
    empty: null,
  };
}
