/** A line figure as marks: what components/charts/lines draws in a browser, by the same layout. */
import { spreadLabels } from "@/components/charts/label-spread";
import {
  layoutLines,
  type LineLayout,
  stepOf,
  swatchWidth,
  textWidth,
} from "@/components/charts/lines/layout";
import type { Facet, Line, LineFigure } from "@/components/charts/lines/line-figure";
import { pointMarks, pointSwatch } from "@/components/charts/lines/point-marks";
import { markerPath } from "@/components/charts/marker";
import { formatTick } from "@/components/charts/number-format";
import { project } from "@/components/charts/scale";
import { wrapText } from "@/components/charts/figure/wrap-text";
import type { Encoding } from "@/components/charts/encoding";
import type { Drawing, Mark } from "./drawing";

type Placed = LineLayout["facets"][number];
type ToPixel = (value: number) => number;
const at = (value: number) => Number(value.toFixed(2));
/** Of lines and bands: a tenth of a px is finer than any screen or printer, and the page half as long. */
const fine = (value: number) => Number(value.toFixed(1));

export function drawLines(figure: LineFigure, width: number): Drawing {
  const layout = layoutLines(figure, width);
  const marks = [
    ...figure.facets.flatMap((facet, index) => facetMarks(figure, facet, layout.facets[index])),
    ...words(figure, layout),
  ];
  return { width, height: Math.ceil(layout.height), marks };
}

function facetMarks(figure: LineFigure, facet: Facet, placed: Placed): Mark[] {
  const { plot } = placed;
  const toX: ToPixel = (value) => project(value, figure.xAxis.domain, [plot.x, plot.x + plot.width]);
  const toY: ToPixel = (value) => project(value, figure.yAxis.domain, [plot.y + plot.height, plot.y]);
  const clip = plot;
  const zero = figure.zeroLine && figure.yAxis.domain[0] <= 0 && figure.yAxis.domain[1] >= 0;
  return [
    ...(zero ? [stroke(`M${plot.x} ${at(toY(0))}h${at(plot.width)}`, "line-strong", 1)] : []),
    ...events(figure, facet, placed, toX),
    ...facet.lines.flatMap(({ individuals, encoding }): Mark[] =>
      individuals.length === 0
        ? []
        : [
            {
              ...{
                kind: "path",
                d: individuals.map(({ values }) => lineOf(facet.x, values, toX, toY)).join(""),
              },
              ...{ stroke: encoding.ink, width: 0.75, opacity: 0.28, clip },
            },
          ],
    ),
    ...facet.lines.map(({ bands, encoding }): Mark => ({
      ...{ kind: "path", d: bandOf(facet.x, bands, toX, toY), fill: encoding.ink, opacity: 0.16, clip },
    })),
    ...facet.lines.flatMap((line) => lineMarks(line, facet.x, toX, toY, plot, figure)),
    ...axes(figure, placed, toX, toY),
  ];
}

const stroke = (d: string, colour: "ink" | "line-strong" | "paper", width: number): Mark => ({
  ...{ kind: "path", d, stroke: colour, width },
});

function lineMarks(
  line: Line,
  x: readonly number[],
  toX: ToPixel,
  toY: ToPixel,
  plot: Placed["plot"],
  { xAxis }: LineFigure,
): Mark[] {
  const { encoding, points } = line;
  if (encoding.kind === "recording") {
    const { marks, bars, filled } = pointMarks(line, x.map(toX), toY, plot);
    return [
      ...(bars ? [{ kind: "path" as const, d: bars, stroke: encoding.ink, width: 1, opacity: 0.5 }] : []),
      {
        ...{ kind: "path", d: marks, stroke: encoding.ink, width: 1 },
        fill: filled ? encoding.ink : "paper",
      },
    ];
  }
  const radius = plot.width < 110 ? 2.2 : 3.2;
  const marks = points.flatMap((value, index): string[] =>
    value === null || !line.marked(index) || x[index] < xAxis.domain[0] || x[index] > xAxis.domain[1]
      ? []
      : [markerPath(encoding.marker, at(toX(x[index])), at(toY(value)), radius)],
  );
  return [
    {
      ...{ kind: "path", d: lineOf(x, points, toX, toY), stroke: encoding.ink, clip: plot },
      ...{ width: 1.75, dash: encoding.dash },
    },
    { ...{ kind: "path", d: marks.join(""), stroke: encoding.ink, width: 1 }, fill: encoding.ink },
  ];
}

/** A gap interrupts the line. */
function lineOf(
  x: readonly number[],
  values: readonly (number | null)[],
  toX: ToPixel,
  toY: ToPixel,
): string {
  let open = false;
  return values
    .map((value, index) => {
      const command = value === null ? "" : `${open ? "L" : "M"}${fine(toX(x[index]))} ${fine(toY(value))}`;
      open = value !== null;
      return command;
    })
    .join("");
}

function bandOf(
  x: readonly number[],
  bands: readonly (readonly [number, number] | null)[],
  toX: ToPixel,
  toY: ToPixel,
): string {
  const runs: number[][] = [];
  bands.forEach((band, index) => {
    if (band === null) return;
    if (index > 0 && bands[index - 1] !== null) runs.at(-1)!.push(index);
    else runs.push([index]);
  });
  const point = (index: number, edge: 0 | 1) => `${fine(toX(x[index]))} ${fine(toY(bands[index]![edge]))}`;
  return runs
    .filter((run) => run.length > 1)
    .map(
      (run) =>
        `M${run.map((index) => point(index, 1)).join("L")}L${run
          .toReversed()
          .map((index) => point(index, 0))
          .join("L")}Z`,
    )
    .join("");
}

function events(figure: LineFigure, facet: Facet, { plot, column }: Placed, toX: ToPixel): Mark[] {
  const [from, to] = figure.xAxis.domain;
  const ends = [-Infinity, -Infinity];
  return facet.events
    .filter((event) => event.at >= from && event.at <= to)
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at: time, label }) => {
      const x = at(toX(time));
      const line = stroke(`M${x} ${plot.y - 4}V${plot.y + plot.height}`, "line-strong", 0.75);
      const toLeft = x + 4 + textWidth(label) > plot.x + plot.width + 8;
      const start = toLeft ? Math.max(plot.x + 3, x - 3 - textWidth(label)) : x + 3;
      const level = ends.findIndex((end) => start >= end);
      if (column !== 0 || level < 0) return [line];
      ends[level] = start + textWidth(label) + 4;
      return [line, word(start, plot.y + 4 + 12 * level, label, "muted")];
    });
}

const word = (
  x: number,
  y: number,
  text: string,
  fill: "ink" | "muted",
  more: Partial<Extract<Mark, { kind: "text" }>> = {},
): Mark => ({ kind: "text", x: at(x), y: at(y), text, fill, ...more });

function axes(figure: LineFigure, { plot, column, bottom }: Placed, toX: ToPixel, toY: ToPixel): Mark[] {
  const { xAxis, yAxis } = figure;
  const foot = plot.y + plot.height;
  const marks: Mark[] = [stroke(`M${plot.x} ${plot.y}V${foot}H${plot.x + plot.width}`, "line-strong", 1)];
  // on a narrow plot only its ends
  const ticks = plot.width < 200 ? [xAxis.ticks[0], xAxis.ticks.at(-1)!] : xAxis.ticks;
  for (const tick of new Set(ticks)) {
    marks.push(stroke(`M${at(toX(tick))} ${foot}v4`, "line-strong", 1));
    if (bottom)
      marks.push(
        word(toX(tick), foot + 16, formatTick(tick, stepOf(xAxis.ticks)), "muted", { anchor: "middle" }),
      );
  }
  for (const tick of yAxis.ticks) {
    marks.push(stroke(`M${plot.x} ${at(toY(tick))}h-4`, "line-strong", 1));
    if (column === 0)
      marks.push(
        word(plot.x - 7, toY(tick) + 4, formatTick(tick, stepOf(yAxis.ticks)), "muted", { anchor: "end" }),
      );
  }
  if (yAxis.broken) {
    const y = foot - 8;
    marks.push(stroke(`M${plot.x} ${y - 2}v4`, "paper", 3));
    marks.push(stroke(`M${plot.x - 4} ${y}l8 -4M${plot.x - 4} ${y + 4}l8 -4`, "ink", 1));
  }
  return marks;
}

function words(figure: LineFigure, layout: LineLayout): Mark[] {
  const [{ plot: first }] = layout.facets;
  const right = Math.max(...layout.facets.map(({ plot }) => plot.x + plot.width));
  const bottom = Math.max(...layout.facets.map(({ plot }) => plot.y + plot.height));
  const { title, unit } = figure.xAxis;
  const withUnit = unit && !title.toLowerCase().includes(unit) ? `${title} (${unit})` : title;
  return [
    word(12, (first.y + bottom) / 2, figure.unit, "muted", { anchor: "middle", upright: true }),
    word((first.x + right) / 2, bottom + 36, withUnit, "muted", { anchor: "middle" }),
    ...figure.facets.flatMap((facet, index): Mark[] => {
      const { plot, row, column } = layout.facets[index];
      const above = figure.fixedColumns ? row === 0 : facet.title !== "";
      const fits = textWidth(facet.title) * 1.08 <= plot.width;
      return [
        ...(above
          ? [
              word(
                plot.x,
                plot.y - (figure.fixedColumns ? 32 : 13),
                fits ? facet.title : facet.title.split(",")[0],
                "ink",
                {
                  bold: true,
                },
              ),
            ]
          : []),
        ...(facet.rowTitle && column === 0 ? [word(plot.x, plot.y - 12, facet.rowTitle, "ink")] : []),
        ...(facet.empty ? emptyWords(facet.empty, plot) : []),
        ...(layout.gutter > 0 && column === layout.columns - 1 ? endLabels(figure, facet, plot) : []),
      ];
    }),
    ...layout.legend.flatMap(({ text, encoding, x, y }) => [
      ...swatch(encoding, x, y - 4),
      word(x + swatchWidth + 6, y, text, "ink"),
    ]),
  ];
}

const emptyWords = (text: string, plot: Placed["plot"]): Mark[] =>
  wrapText(text, plot.width - 16)
    .slice(0, Math.floor(plot.height / 15))
    .map((line, index, { length }) =>
      word(plot.x + 8, plot.y + plot.height / 2 - (length - 1) * 7 + 15 * index, line, "muted"),
    );

function swatch(encoding: Encoding, x: number, y: number): Mark[] {
  if (encoding.kind === "recording") {
    const { band, points } = pointSwatch(encoding, x, y, swatchWidth);
    return [
      { ...{ kind: "path", d: band, fill: encoding.ink, opacity: 0.16 } },
      { ...{ kind: "path", d: points, fill: "paper", stroke: encoding.ink, width: 1 } },
    ];
  }
  return [
    {
      ...{ kind: "path", d: `M${at(x)} ${y}h${swatchWidth}`, stroke: encoding.ink },
      ...{ width: 1.75, dash: encoding.dash },
    },
    {
      ...{ kind: "path", d: markerPath(encoding.marker, x + swatchWidth / 2, y, 3.4) },
      ...{ fill: encoding.ink, stroke: encoding.ink, width: 1 },
    },
  ];
}

function endLabels({ xAxis, yAxis }: LineFigure, facet: Facet, plot: Placed["plot"]): Mark[] {
  const [from, to] = xAxis.domain;
  const ends = facet.lines.flatMap((line) => {
    const last = facet.x.findLastIndex((x, index) => line.points[index] !== null && x >= from && x <= to);
    if (last < 0) return [];
    const y = project(line.points[last]!, yAxis.domain, [plot.y + plot.height, plot.y]);
    const x = project(facet.x[last], xAxis.domain, [plot.x, plot.x + plot.width]);
    return [{ line, x, y: Math.min(Math.max(y, plot.y), plot.y + plot.height) }];
  });
  const placed = spreadLabels(
    ends.map(({ y }) => y),
    15,
    plot.y,
    plot.y + plot.height,
  );
  const labelX = at(plot.x + plot.width + 18);
  return ends.flatMap(({ line: { encoding, entry }, x, y }, index): Mark[] => [
    {
      ...{ kind: "path", d: `M${at(x + 5)} ${at(y)}L${labelX - 6} ${at(placed[index])}` },
      ...{ stroke: encoding.ink, width: 0.75 },
    },
    {
      ...{ kind: "path", d: markerPath(encoding.marker, labelX, at(placed[index]), 3) },
      ...{ fill: encoding.kind === "recording" ? "paper" : encoding.ink, stroke: encoding.ink, width: 1 },
    },
    word(labelX + 8, placed[index] + 4, entry, "ink"),
  ]);
}
