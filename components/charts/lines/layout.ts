/** Where everything stands in a line figure of a given width, in px. 12 px of type; the export maps 12 px to 7 pt. */
import { formatTick } from "../number-format";
import type { LegendEntry, LineFigure } from "./line-figure";

export const typeSize = 12;
/** Width of a character of the system fonts at 12 px, on the safe side. */
const characterWidth = 6.4;
export const textWidth = (text: string) => text.length * characterWidth;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface FacetBox {
  readonly plot: Box;
  readonly column: number;
  readonly row: number;
  /** Bottom of its column: carries the ticks of x. */
  readonly bottom: boolean;
}
export interface LineLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly facets: readonly FacetBox[];
  /** Room at the right for labels at line ends; 0 when the legend says it. */
  readonly gutter: number;
  readonly legend: readonly (LegendEntry & { readonly x: number; readonly y: number })[];
}

export const swatchWidth = 30;
const legendLine = 18;
const columnGap = 28;
const rowGap = 14;
const titleHeight = 22;
export const xAxisHeight = 38;
const yTitleWidth = 18;

/** Step between ticks, as the axis was made. */
export const stepOf = (ticks: readonly number[]) => (ticks.length > 1 ? ticks[1] - ticks[0] : ticks[0] || 1);

const tickGutter = ({ yAxis }: LineFigure) =>
  Math.max(...yAxis.ticks.map((tick) => textWidth(formatTick(tick, stepOf(yAxis.ticks)))), 18) + 10;

/** Labels fit at line ends when every entry ends in the last column and the gutter stays a part of the figure. */
function labelGutter(figure: LineFigure, width: number): number {
  if (!figure.directLabels || figure.legend.length > 6 || figure.legend.length < 2) return 0;
  const last = figure.facets.at(-1);
  const atEnd = new Set(last?.lines.map(({ entry }) => entry));
  if (!figure.legend.every(({ text }) => atEnd.has(text))) return 0;
  const wanted = Math.max(...figure.legend.map(({ text }) => textWidth(text))) + 30;
  return wanted <= 0.3 * width ? wanted : 0;
}

function columnsThatFit(figure: LineFigure, room: number): number {
  if (figure.fixedColumns) return figure.columns;
  let columns = Math.min(figure.columns, figure.facets.length);
  const least = 108;
  while (columns > 1 && (room - (columns - 1) * columnGap) / columns < least) columns -= 1;
  // two rows of two read better than three and one
  const rows = Math.ceil(figure.facets.length / columns);
  return Math.ceil(figure.facets.length / rows);
}

export function layoutLines(figure: LineFigure, width: number): LineLayout {
  const left = yTitleWidth + tickGutter(figure);
  const gutter = labelGutter(figure, width);
  const right = Math.max(gutter, 16);
  const columns = Math.max(1, columnsThatFit(figure, width - left - right));
  const plotWidth = Math.max(40, (width - left - right - (columns - 1) * columnGap) / columns);
  const shape = figure.fixedColumns ? 0.7 : 0.72;
  const plotHeight = Math.round(
    Math.min(figure.fixedColumns ? 140 : 220, Math.max(figure.fixedColumns ? 96 : 124, plotWidth * shape)),
  );
  const count = figure.facets.length;
  const rows = Math.ceil(count / columns);
  const rowHas = (row: number, has: (index: number) => boolean) =>
    Array.from({ length: columns }, (_, column) => row * columns + column).some((i) => i < count && has(i));

  let y = 0;
  const rowTop: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const titled = figure.fixedColumns
      ? row === 0 || rowHas(row, (index) => figure.facets[index].rowTitle !== null)
      : rowHas(row, (index) => figure.facets[index].title !== "");
    y += (titled ? titleHeight : 6) + (figure.fixedColumns && row === 0 ? titleHeight : 0);
    rowTop.push(y);
    y += plotHeight + rowGap;
  }
  const facets = figure.facets.map((_, index): FacetBox => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const plot = {
      x: left + column * (plotWidth + columnGap),
      y: rowTop[row],
      width: plotWidth,
      height: plotHeight,
    };
    return { plot, column, row, bottom: index + columns >= count };
  });

  let height = y - rowGap + xAxisHeight;
  const legend: (LegendEntry & { x: number; y: number })[] = [];
  if (gutter === 0 && figure.legend.length > 0) {
    let x = left;
    let line = height + 18;
    for (const entry of figure.legend) {
      const need = swatchWidth + 6 + textWidth(entry.text) + 18;
      if (x > left && x + need > width) {
        x = left;
        line += legendLine;
      }
      legend.push({ ...entry, x, y: line });
      x += need;
    }
    height = line + 8;
  }
  return { width, height, columns, facets, gutter, legend };
}

/** The facet under a point of the drawing, and the x there; null outside all plots. */
export function locate(figure: LineFigure, layout: LineLayout, x: number, y: number) {
  const index = layout.facets.findIndex(
    ({ plot }) =>
      x >= plot.x - 4 && x <= plot.x + plot.width + 4 && y >= plot.y - 8 && y <= plot.y + plot.height + 8,
  );
  if (index < 0) return null;
  const { plot } = layout.facets[index];
  const [from, to] = figure.xAxis.domain;
  const share = Math.min(1, Math.max(0, (x - plot.x) / plot.width));
  return { facet: index, x: from + share * (to - from) };
}
