/** Markers of lines, and recordings as points: which are drawn, how, and the little picture of them in a legend. */
import type { Encoding } from "../encoding";
import { markerPath } from "../marker";
import type { Line } from "./line-figure";

/** Markers nearer than this (px) would run together into a line. */
const apart = 5;

type Scale = (value: number) => number | undefined;
const at = (value: number) => Number(value.toFixed(2));
const within = (left: number, { x, width }: { readonly x: number; readonly width: number }) =>
  left >= x - 0.5 && left <= x + width + 0.5;

export interface PointMarks {
  /** SVG path of a marker per point; of dense points as many as stand apart. */
  readonly marks: string;
  /** Bands as bars where a band has no neighbour to be an area with. */
  readonly bars: string;
  /** Small markers are filled, large ones open. */
  readonly filled: boolean;
}

/** @param px where each point is from the left. */
export function pointMarks(
  { encoding, points, bands }: Pick<Line, "encoding" | "points" | "bands">,
  px: readonly number[],
  toY: Scale,
  plot: { readonly x: number; readonly width: number },
): PointMarks {
  const step = px.length > 1 ? (px[px.length - 1] - px[0]) / (px.length - 1) : Infinity;
  const every = Math.max(1, Math.ceil(apart / step));
  const filled = every > 1 || step < 8;
  let [marks, bars] = ["", ""];
  px.forEach((left, index) => {
    const value = points[index];
    const y = value === null ? undefined : toY(value);
    if (y === undefined || !within(left, plot)) return;
    if (index % every === 0) marks += markerPath(encoding.marker, at(left), at(y), filled ? 1.7 : 2.6);
    const band = bands[index];
    if (!band || bands[index - 1] || bands[index + 1]) return;
    const [low, high] = [toY(band[0]), toY(band[1])];
    if (low !== undefined && high !== undefined) bars += `M${at(left)} ${at(low)}V${at(high)}`;
  });
  return { marks, bars, filled };
}

/** SVG path of the markers of a line that lie within the plot. */
export function lineMarks(
  { encoding, points, marked }: Pick<Line, "encoding" | "points" | "marked">,
  px: readonly number[],
  toY: Scale,
  plot: { readonly x: number; readonly width: number },
): string {
  const radius = plot.width < 110 ? 2.2 : 3.2;
  const drawn = px.map((left, index) => {
    const value = points[index];
    const y = value === null || !marked(index) || !within(left, plot) ? undefined : toY(value);
    return y === undefined ? "" : markerPath(encoding.marker, at(left), at(y), radius);
  });
  return drawn.join("");
}

/** Three points on their band, `width` wide and centred on y. */
export function pointSwatch({ marker }: Encoding, x: number, y: number, width: number) {
  const middle = x + width / 2;
  return {
    band: `M${at(x)} ${y - 4}h${width}v8h${-width}Z`,
    points: [-8, 0, 8].map((dx) => markerPath(marker, at(middle + dx), y, 2.6)).join(""),
  };
}
