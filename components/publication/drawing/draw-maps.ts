/** Rasters and heat maps as marks, by the layout of components/charts/map. */
import type { HeatMapFigure } from "@/components/charts/dopamine-heat-map/prepare";
import type { LickRasterFigure } from "@/components/charts/lick-raster/prepare";
import { textWidth } from "@/components/charts/lines/layout";
import { colourAt } from "@/components/charts/map/colour-map";
import type { MapAxes } from "@/components/charts/map/map-axes";
import { layoutMap, type MapLayout } from "@/components/charts/map/map-layout";
import { formatNumber, formatTick } from "@/components/charts/number-format";
import { project } from "@/components/charts/scale";
import type { Drawing, Mark } from "./drawing";
import { encodePng } from "./png";

const at = (value: number) => Number(value.toFixed(2));

export function drawRaster(figure: LickRasterFigure, width: number): Drawing {
  const layout = layoutMap(width, 26);
  const { plot, side } = layout;
  const row = plot.height / Math.max(1, figure.rows.length);
  const [from, to] = figure.axes.x.domain;
  const licks = figure.rows.flatMap((times, index) =>
    times.map(
      (time) =>
        `M${at(plot.x + ((time - from) / (to - from)) * plot.width)} ${at(plot.y + index * row)}v${at(Math.max(0.6, 0.85 * row))}`,
    ),
  );
  const stimulated = figure.stimulated.flatMap((on, index) =>
    on ? [`M${side.x - 6} ${at(side.y + (index + 0.5) * row)}h10`] : [],
  );
  const marks: Mark[] = [
    { kind: "path", d: licks.join(""), stroke: "ink", width: 0.9, clip: plot },
    ...axes(figure.axes, layout),
  ];
  if (stimulated.length > 0)
    marks.push(
      { kind: "text", x: side.x - 6, y: side.y - 9, text: "stim.", fill: "muted" },
      { kind: "path", d: stimulated.join(""), stroke: "ink", width: at(Math.max(0.6, Math.min(2, row))) },
    );
  return { width, height: layout.height, marks };
}

export function drawHeatMap(figure: HeatMapFigure, width: number, unit: string): Drawing {
  const layout = layoutMap(width, 62);
  const { plot, side } = layout;
  const { map, domain } = figure.scale;
  const [low, high] = domain;
  const colour = (value: number) => colourAt(map, (value - low) / (high - low));
  const png = encodePng(figure.bins, figure.rows.length, (x, y) => {
    const value = figure.rows[y][x];
    return value === null || value === undefined ? null : colour(value);
  });
  const bar = { x: side.x, y: side.y, width: 12, height: side.height };
  const steps = 64;
  const scale = encodePng(1, steps, (_, y) => colour(high - ((y + 0.5) / steps) * (high - low)));
  const ticks = [high, (low + high) / 2, low];
  return {
    ...{ width, height: layout.height },
    marks: [
      { kind: "image", box: plot, png },
      ...axes(figure.axes, layout),
      { kind: "image", box: bar, png: scale },
      { kind: "text", x: bar.x, y: bar.y - 9, text: unit, fill: "muted" },
      ...ticks.map((tick): Mark => ({
        ...{ kind: "text", x: bar.x + 17, text: formatNumber(tick), fill: "muted" },
        y: at(project(tick, domain, [bar.y + bar.height, bar.y]) + 4),
      })),
    ],
  };
}

function axes(of: MapAxes, { plot }: MapLayout): Mark[] {
  const bottom = plot.y + plot.height;
  const toX = (value: number) => at(project(value, of.x.domain, [plot.x, plot.x + plot.width]));
  const step = of.x.ticks.length > 1 ? of.x.ticks[1] - of.x.ticks[0] : 1;
  const line = (d: string, stroke: "ink" | "line-strong", width = 1): Mark => ({
    kind: "path",
    d,
    stroke,
    width,
  });
  const text = (
    x: number,
    y: number,
    words: string,
    anchor: "start" | "middle" | "end" = "middle",
  ): Mark => ({
    ...{ kind: "text", x, y: at(y), text: words, fill: "muted", anchor },
  });
  let end = -Infinity;
  return [
    line(`M${plot.x} ${plot.y}V${bottom}H${plot.x + plot.width}`, "line-strong"),
    ...of.x.ticks.flatMap((tick) => [
      line(`M${toX(tick)} ${bottom}v4`, "line-strong"),
      text(toX(tick), bottom + 17, formatTick(tick, step)),
    ]),
    ...of.yTicks.flatMap(({ row, text: words }) => {
      const y = at(plot.y + ((row + 0.5) / of.rows) * plot.height);
      return [line(`M${plot.x} ${y}h-4`, "line-strong"), text(plot.x - 7, y + 4, words, "end")];
    }),
    text(at(plot.x + plot.width / 2), bottom + 35, of.xTitle),
    {
      ...{ kind: "text", x: 12, y: at(plot.y + plot.height / 2), text: of.yTitle, fill: "muted" },
      ...{ anchor: "middle", upright: true },
    },
    ...of.events.flatMap(({ at: time, label }) => {
      const x = toX(time);
      const hairline = line(`M${x} ${plot.y - 6}V${bottom}`, "ink", 0.75);
      if (x <= end) return [hairline];
      end = x + textWidth(label) + 6;
      return [hairline, text(x, plot.y - 9, label, "start")];
    }),
  ];
}
