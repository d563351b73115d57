import type { ComparisonPanel } from "@/contracts/comparison";
import { bandWords } from "../band";
import { countWords, pointWords } from "../lines/counts";
import { crossedLegend } from "../lines/facets";
import type { Facet, LineFigure } from "../lines/line-figure";
import {
  axesOf,
  definitionOf,
  drawnSeries,
  emptyFigure,
  emptyWords,
  legendOf,
  lineOf,
  markEvery,
  notApplicableWords,
  type LookOptions,
} from "../lines/prepare-lines";

/** Trace panels that make one figure: one signal on one axis. Recordings have an axis of their own, hence their own figure. */
export function traceFigures(panels: readonly ComparisonPanel[]): ComparisonPanel[][] {
  const figures = new Map<string, ComparisonPanel[]>();
  for (const panel of panels) {
    const key = `${panel.measure} ${panel.unit} ${panel.axis.key}`;
    figures.set(key, [...(figures.get(key) ?? []), panel]);
  }
  return [...figures.values()];
}

const unique = (values: readonly string[]) => [...new Set(values)];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a column of the grid averages: its period and the trials of it, because trainings of other length have others. */
const columnOf = ({ facet, window }: ComparisonPanel): string => {
  if (!facet) return "";
  const trials = /trials? (\d+) to (\d+)/.exec(window);
  return trials ? `${capital(facet.period)}, trials ${trials[1]}–${trials[2]}` : capital(facet.period);
};

/** The signal's own title, from that of a panel, which also names its facet. */
export const traceTitle = ({ title, facet }: ComparisonPanel): string =>
  facet ? `${title.replace(`, ${facet.type}, ${facet.period}`, "")}, mean trace` : title;

/** The source without the type of trial, which the facets name. */
const commonSource = ({ source, facet }: ComparisonPanel): string =>
  capital(source.replace(`${facet?.type} probes, `, ""));

/** Mean traces around events: trial types as rows, periods of training as columns, the same y axis everywhere. */
export function prepareTrace(panels: readonly ComparisonPanel[], look: LookOptions): LineFigure {
  const [first] = panels;
  const remarks = notApplicableWords(panels, look);
  const head = {
    key: `trace ${first.measure} ${first.axis.key}`,
    title: traceTitle(first),
    unit: first.unit,
    definition: first.facet ? commonSource(first) : definitionOf(first),
    remarks,
  };
  const periods = unique(panels.map(columnOf));
  const types = unique(panels.map(({ facet }) => facet?.type ?? ""));
  const facets = types.flatMap((type, row) =>
    periods.map((period, column): Facet => {
      const panel = panels.find((one) => columnOf(one) === period && (one.facet?.type ?? "") === type);
      const drawn = panel ? drawnSeries(panel, look) : [];
      return {
        key: `${type} ${period}`,
        title: row === 0 ? period : "",
        rowTitle: type && column === 0 ? capital(type) : null,
        x: panel?.x ?? [],
        lines: drawn.map((one, turn) =>
          lineOf(one, one.group.label, look, markEvery(panel?.x.length ?? 0, turn)),
        ),
        events: panel?.events ?? [],
        empty: drawn.length > 0 ? null : "Nothing here yet.",
      };
    }),
  );
  // a sample stands in the middle of its bin: the axis goes to the bins' edges
  const xs = panels.flatMap(({ x }) => {
    const half = x.length > 1 ? (x[1] - x[0]) / 2 : 0;
    return x.length > 0 ? [x[0] - half, x[x.length - 1] + half] : [];
  });
  const whole = [Math.min(...xs), Math.max(...xs)] as const;
  const drawn = panels.flatMap((panel) => drawnSeries(panel, look));
  if (drawn.length === 0) return emptyFigure(head, emptyWords(panels, look));
  const { x, y } = axesOf(facets, whole, { zero: first.zeroLine, zoom: look.zoom, ticks: 3, yTicks: 3 });
  if (y === null) return emptyFigure(head, emptyWords(panels, look));
  const groups = look.groups.flatMap((group) => drawn.find((one) => one.group === group) ?? []);
  const series = drawn.map((one) => one.series);
  const thin = facets.some(({ lines }) => lines.some(({ individuals }) => individuals.length > 0));
  return {
    ...head,
    note: `${bandWords(look.band, series)} over ${countWords(groups)}${pointWords(groups)}${thin ? "; thin lines: individuals" : ""}`,
    xAxis: { ...x, ...first.axis },
    yAxis: y,
    zeroLine: first.zeroLine,
    columns: periods.length,
    fixedColumns: facets.length > 1,
    facets,
    legend:
      crossedLegend(
        groups.map(({ group }) => group),
        look.encodings,
      ) ?? legendOf(facets, (encoding) => encoding),
    directLabels: facets.length === 1,
    sayX: (at) => `${first.axis.title.toLowerCase()} ${Number(at.toPrecision(6))} ${first.axis.unit}`,
    empty: null,
  };
}
