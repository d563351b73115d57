/** What learning curves, differences and traces share: from panels of a comparison to lines of a figure. */
import type { ComparisonPanel, GroupSeries, GroupView } from "@/contracts/comparison";
import { bandAt, type Band } from "../band";
import type { Encoding } from "../encoding";
import { spanAxis, valueAxis, type Axis } from "../scale";
import type { Facet, LegendEntry, Line, LineFigure } from "./line-figure";

export interface LookOptions {
  /** All groups of the page in the order of the list, hidden ones too. */
  readonly groups: readonly GroupView[];
  readonly encodings: ReadonlyMap<string, Encoding>;
  /** Keys of groups that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly band: Band;
  readonly individuals: boolean;
  readonly zoom: { readonly from: number; readonly to: number } | null;
}
export const individualsUpTo = 30;

export interface Drawn {
  readonly group: GroupView;
  readonly series: GroupSeries;
}

/** Series of a panel in the order of the list, without hidden groups and without those that have no value at all. */
export const drawnSeries = (panel: ComparisonPanel, look: LookOptions): Drawn[] =>
  look.groups.flatMap((group) => {
    const series = panel.series.find((one) => one.group === group.key);
    if (!series || look.hidden.has(group.key) || series.mean.every((value) => value === null)) return [];
    return [{ group, series }];
  });

export function lineOf(
  { group, series }: Drawn,
  entry: string,
  look: LookOptions,
  marked: (index: number) => boolean,
): Line {
  const few = Math.max(0, ...series.n) <= individualsUpTo;
  return {
    group: group.key,
    entry,
    label: group.label,
    encoding: look.encodings.get(group.key)!,
    points: series.mean,
    bands: series.mean.map((_, index) => bandAt(series, look.band, index)),
    individuals: look.individuals && few ? series.individuals : [],
    marked,
    series,
  };
}

/** Markers at every point of a short line, at about three of a long one; lines take turns, so that markers stand apart. */
export const markEvery = (points: number, turn: number) => {
  const every = points <= 20 ? 1 : Math.ceil(points / 3);
  const offset = every === 1 ? 0 : Math.floor(every / 2 + (turn * every) / 5) % every;
  return (index: number) => index % every === offset;
};

/** Every number that the facets draw within the shown part of x. */
function* shownValues(facets: readonly Facet[], [from, to]: readonly [number, number]) {
  for (const { x, lines } of facets)
    for (let index = 0; index < x.length; index += 1) {
      if (x[index] < from || x[index] > to) continue;
      for (const { points, bands, individuals } of lines) {
        yield points[index];
        const edges = bands[index];
        if (edges) yield* edges;
        for (const { values } of individuals) yield values[index];
      }
    }
}

export function axesOf(
  facets: readonly Facet[],
  whole: readonly [number, number],
  options: { zero: boolean; zoom: LookOptions["zoom"]; ticks: number; yTicks?: number },
): { x: Axis; y: Axis | null } {
  const from = Math.max(whole[0], options.zoom?.from ?? whole[0]);
  const to = Math.min(whole[1], options.zoom?.to ?? whole[1]);
  const x = from < to ? spanAxis(from, to, options.ticks) : spanAxis(whole[0], whole[1], options.ticks);
  return { x, y: valueAxis(shownValues(facets, x.domain), { zero: options.zero, count: options.yTicks }) };
}

/** One entry per name, in the order in which lines come. */
export function legendOf(facets: readonly Facet[], strip: (encoding: Encoding) => Encoding): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const { lines } of facets)
    for (const { entry, encoding } of lines)
      if (!entries.has(entry)) entries.set(entry, { text: entry, encoding: strip(encoding) });
  return [...entries.values()];
}

export const definitionOf = ({ source, window }: Pick<ComparisonPanel, "source" | "window">) =>
  [window, source].filter(Boolean).join("; ");

/** Measures that a group does not have, with the reason; the reason once for all groups that share it. */
export function notApplicableWords(panels: readonly ComparisonPanel[], look: LookOptions): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { notApplicable } of panels)
    for (const { group, reason } of notApplicable) {
      const view = look.groups.find(({ key }) => key === group);
      if (!view || look.hidden.has(group)) continue;
      byReason.set(reason, (byReason.get(reason) ?? new Set()).add(view.label));
    }
  return [...byReason].map(([reason, labels]) => `Not shown: ${[...labels].join(", ")}. ${reason}`);
}

/** Groups that would stand here and have no value yet: a line that is not there says why. */
export function waitingWords({ series }: ComparisonPanel, look: LookOptions): string[] {
  const waiting = look.groups.filter(
    ({ key, runs }) =>
      !look.hidden.has(key) &&
      runs.pending > 0 &&
      series.some(({ group, mean }) => group === key && mean.every((value) => value === null)),
  );
  if (waiting.length === 0) return [];
  const runs = waiting.reduce((sum, group) => sum + group.runs.pending, 0);
  return [`No value yet: ${waiting.map(({ label }) => label).join(", ")}. ${runs} runs still to come.`];
}

/** Why a figure without a single value is empty. */
export function emptyWords(panels: readonly ComparisonPanel[], look: LookOptions): string {
  const named = panels.flatMap(({ series }) => series.map(({ group }) => group));
  const groups = look.groups.filter(({ key }) => named.includes(key));
  if (groups.length > 0 && groups.every(({ key }) => look.hidden.has(key)))
    return "All groups with this measure are hidden.";
  const pending = groups.reduce((sum, { runs }) => sum + runs.pending, 0);
  if (pending > 0) return `No run of these groups is finished yet; ${pending} still to come.`;
  const reasons = notApplicableWords(panels, look);
  if (reasons.length > 0) return ["No group has this measure.", ...reasons].join(" ");
  return "No group has a value in this window of trials.";
}

/** A figure that only says why it is empty, and nothing twice. */
export const emptyFigure = (
  figure: Pick<LineFigure, "key" | "title" | "unit" | "definition" | "remarks">,
  empty: string,
): LineFigure => ({
  ...{ ...figure, remarks: figure.remarks.filter((remark) => !empty.includes(remark)) },
  note: "",
  xAxis: { key: "", title: "", unit: "", domain: [0, 1], ticks: [], broken: false },
  yAxis: { domain: [0, 1], ticks: [], broken: false },
  zeroLine: false,
  columns: 1,
  fixedColumns: false,
  facets: [],
  legend: [],
  directLabels: false,
  sayX: String,
  empty,
});
