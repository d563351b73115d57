/** The numbers of a figure at one position: what the pointer, the arrow keys and a screen reader read. */
import { bandAt, bandNames, type Band } from "../band";
import { formatNumber } from "../number-format";
import { nearestIndex, type LineFigure } from "./line-figure";
import type { Encoding } from "../encoding";

export interface Reading {
  readonly facet: string;
  readonly group: string;
  readonly label: string;
  /** Short: what the legend calls it within its facet. */
  readonly entry: string;
  readonly encoding: Encoding;
  readonly n: number | null;
  readonly mean: number | null;
  readonly edges: readonly [number, number] | null;
}

export function readAt(figure: LineFigure, at: number, band: Band): Reading[] {
  return figure.facets.flatMap((facet) => {
    const index = nearestIndex(facet.x, at);
    if (index < 0) return [];
    return facet.lines.map((line) => ({
      facet: [facet.title, facet.rowTitle].filter(Boolean).join(", "),
      group: line.group,
      label: line.label,
      entry: line.entry,
      encoding: line.encoding,
      n: line.series?.n[index] ?? null,
      mean: line.points[index],
      edges: line.series ? bandAt(line.series, band, index) : null,
    }));
  });
}

const spokenLines = 12;

/** One sentence per line, for a screen reader; long figures are cut, and say so. */
export function sayReading(figure: LineFigure, at: number, band: Band): string {
  const readings = readAt(figure, at, band);
  const said = readings.slice(0, spokenLines).map(({ facet, label, mean, edges }) => {
    const where = facet && !label.includes(facet) ? `${facet}, ${label}` : label;
    if (mean === null) return `${where}: no value`;
    const spread = edges ? `, ${bandNames[band]} ${formatNumber(edges[0])} to ${formatNumber(edges[1])}` : "";
    return `${where}: ${formatNumber(mean)} ${figure.unit}${spread}`;
  });
  const rest = readings.length - said.length;
  return [figure.sayX(at), ...said, ...(rest > 0 ? [`and ${rest} more in the table`] : [])].join("; ");
}
