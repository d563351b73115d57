/**
 * What every line chart is once its `prepare` has decided: plain data, nothing of the page. The drawing, the table, the
 * reading under the pointer and the CSV all come from this one value, and so cannot disagree.
 */
import type { GroupSeries } from "@/contracts/comparison";
import type { Encoding } from "../encoding";
import type { Axis } from "../scale";

export interface Line {
  /** Group key. */
  readonly group: string;
  /** What the legend and the label at its end say; lines of one entry look the same in every facet. */
  readonly entry: string;
  /** In full, where facet and entry are not beside it. */
  readonly label: string;
  readonly encoding: Encoding;
  /** One per x; null is a gap. */
  readonly points: readonly (number | null)[];
  readonly bands: readonly (readonly [number, number] | null)[];
  readonly individuals: readonly { readonly subject: string; readonly values: readonly (number | null)[] }[];
  /** Draw the marker at these points. */
  readonly marked: (index: number) => boolean;
  /** The numbers behind the line, when it is a mean over subjects. */
  readonly series: GroupSeries | null;
}

export interface Facet {
  readonly key: string;
  /** Column title; shown above the facet. */
  readonly title: string;
  /** Row title of a two-way grid. */
  readonly rowTitle: string | null;
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  /** Hairlines with a word: cue, reward. */
  readonly events: readonly { readonly at: number; readonly label: string }[];
  /** Why nothing is drawn here. */
  readonly empty: string | null;
}

export interface LegendEntry {
  readonly text: string;
  readonly encoding: Encoding;
}

export interface LineFigure {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  /** Window, source: what exactly is measured. */
  readonly definition: string;
  /** N and what the band is. */
  readonly note: string;
  /** What a reader must know about single groups: incomplete pairs, measures that do not apply. */
  readonly remarks: readonly string[];
  readonly xAxis: Axis & { readonly key: string; readonly title: string; readonly unit: string };
  readonly yAxis: Axis;
  readonly zeroLine: boolean;
  /** Facets per row when there is room. */
  readonly columns: number;
  /** True where columns keep their meaning: the grid is not broken into fewer columns. */
  readonly fixedColumns: boolean;
  readonly facets: readonly Facet[];
  readonly legend: readonly LegendEntry[];
  readonly directLabels: boolean;
  /** Says a position on the x axis: "trials 301–400", "cue + 0.25 s". */
  readonly sayX: (x: number) => string;
  /** Why the whole figure is empty. */
  readonly empty: string | null;
}

/** Index of the x nearest to `at`; -1 without any. */
export function nearestIndex(x: readonly number[], at: number): number {
  let best = -1;
  x.forEach((value, index) => {
    if (best < 0 || Math.abs(value - at) < Math.abs(x[best] - at)) best = index;
  });
  return best;
}

/** All positions that a reader can stop at, ascending and within the axis. */
export function stops({ facets, xAxis }: Pick<LineFigure, "facets" | "xAxis">): number[] {
  const all = new Set(facets.flatMap(({ x }) => x));
  return [...all].filter((x) => x >= xAxis.domain[0] && x <= xAxis.domain[1]).sort((a, b) => a - b);
}
