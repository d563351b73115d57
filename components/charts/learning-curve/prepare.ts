import type { ComparisonPanel } from "@/contracts/comparison";
import { bandWords } from "../band";
import { countWords, pointWords } from "../lines/counts";
import { crossedLegend, placeInFacets, stripFor, type FacetBy } from "../lines/facets";
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
  waitingWords,
  type LookOptions,
} from "../lines/prepare-lines";

/** The whole x axis of a panel over training: from the first trial of its first block to the last of its last. */
export function trialSpan({ x, blocks }: Pick<ComparisonPanel, "x" | "blocks">): readonly [number, number] {
  if (blocks && blocks.length > 0) return [blocks[0].from - 1, blocks[blocks.length - 1].to];
  return [Math.min(0, x[0] ?? 0), x.at(-1) ?? 1];
}

export const sayTrial =
  ({ x, blocks, axis }: Pick<ComparisonPanel, "x" | "blocks" | "axis">) =>
  (at: number) => {
    const block = blocks?.[x.indexOf(at)];
    return block ? `trials ${block.from}–${block.to}` : `${axis.title.toLowerCase()} ${at}`;
  };

/** A measure over training: mean and band of each group, one point per block of trials. */
export function prepareLearningCurve(
  panel: ComparisonPanel,
  look: LookOptions & { facetBy: FacetBy },
): LineFigure {
  const remarks = [
    ...(panel.remarks ?? []),
    ...waitingWords(panel, look),
    ...notApplicableWords([panel], look),
  ];
  const head = {
    key: panel.key,
    title: panel.title,
    unit: panel.unit,
    definition: definitionOf(panel),
    remarks,
  };
  const drawn = drawnSeries(panel, look);
  const facets = placeInFacets(drawn, look.facetBy, look.groups).map((place): Facet => ({
    key: place.key,
    title: place.title,
    rowTitle: null,
    x: panel.x,
    lines: place.drawn.map((one, turn) => lineOf(one, one.entry, look, markEvery(panel.x.length, turn))),
    events: panel.events,
    empty: null,
  }));
  const { x, y } = axesOf(facets, trialSpan(panel), { zero: panel.zeroLine, zoom: look.zoom, ticks: 4 });
  if (drawn.length === 0 || y === null) {
    // one reason for all stands in the figure's place: below it would only be said again
    const once = new Set(panel.notApplicable.map(({ reason }) => reason)).size === 1;
    return emptyFigure(once ? { ...head, remarks: panel.remarks ?? [] } : head, emptyWords([panel], look));
  }
  const series = drawn.map((one) => one.series);
  const thin = facets.some(({ lines }) => lines.some(({ individuals }) => individuals.length > 0));
  return {
    ...head,
    note: `${bandWords(look.band, series)} over ${countWords(drawn)}${pointWords(drawn)}${thin ? "; thin lines: individuals" : ""}`,
    xAxis: { ...x, ...panel.axis },
    yAxis: y,
    zeroLine: panel.zeroLine,
    columns: facets.length,
    fixedColumns: false,
    facets,
    legend:
      (look.facetBy === "none"
        ? crossedLegend(
            drawn.map(({ group }) => group),
            look.encodings,
          )
        : null) ?? legendOf(facets, stripFor(look.facetBy)),
    directLabels: true,
    sayX: sayTrial(panel),
    empty: null,
  };
}
