"use client";
import { memo } from "react";
import { Area, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { cssColour } from "../encoding";
import { formatTick } from "../number-format";
import { AxisBreak } from "./axis-break";
import { EventHairlines } from "./event-hairlines";
import { HoverLayer } from "./hover-layer";
import { Individuals } from "./individuals";
import { stepOf, typeSize, type FacetBox } from "./layout";
import type { Facet, Line as LineData, LineFigure } from "./line-figure";
import { Marks } from "./marks";
import { Points } from "./points";

const yGutter = (figure: LineFigure, { column }: FacetBox, left: number) => (column === 0 ? left : 7);
const tickStyle = { fill: "var(--muted)", fontSize: typeSize, fontFamily: "inherit" };
const axisLine = { stroke: "var(--line-strong)", strokeWidth: 1 };
const margin = { top: 8, right: 20, bottom: 0, left: 0 };

/** Keys of a row: m0, b0 … so that no name of a group can clash with them. */
const toRows = (facet: Facet) =>
  facet.x.map((x, index) => {
    const row: Record<string, number | null | readonly [number, number]> = { x };
    facet.lines.forEach((line, k) => {
      row[`m${k}`] = line.points[index];
      row[`b${k}`] = line.bands[index];
    });
    return row;
  });

const isRecording = ({ encoding }: LineData) => encoding.kind === "recording";

/** One panel of small multiples. Its size and axes are decided before; nothing here measures or animates. */
export const FacetChart = memo(function FacetChart({
  figure,
  facet,
  box,
  left,
  still,
}: {
  figure: LineFigure;
  facet: Facet;
  box: FacetBox;
  /** Room left of the first column for its ticks. */
  left: number;
  /** Without what follows the pointer: for the export. */
  still: boolean;
}) {
  const gutter = yGutter(figure, box, left);
  const xHeight = box.bottom ? 24 : 7;
  const { xAxis, yAxis } = figure;
  return (
    <div
      style={{ position: "absolute", left: box.plot.x - gutter, top: box.plot.y - margin.top, lineHeight: 1 }}
    >
      <ComposedChart
        width={box.plot.width + gutter + margin.right}
        height={box.plot.height + margin.top + xHeight}
        data={toRows(facet)}
        margin={margin}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="x"
          type="number"
          domain={[...xAxis.domain]}
          ticks={[...xAxis.ticks]}
          interval={box.plot.width < 200 ? "preserveStartEnd" : 0}
          minTickGap={6}
          allowDataOverflow
          height={xHeight}
          tick={box.bottom ? tickStyle : false}
          tickSize={4}
          tickLine={axisLine}
          axisLine={axisLine}
          tickFormatter={(value: number) => formatTick(value, stepOf(xAxis.ticks))}
        />
        <YAxis
          type="number"
          domain={[...yAxis.domain]}
          ticks={[...yAxis.ticks]}
          interval={0}
          allowDataOverflow
          width={gutter}
          tick={box.column === 0 ? tickStyle : false}
          tickSize={4}
          tickLine={axisLine}
          axisLine={axisLine}
          tickFormatter={(value: number) => formatTick(value, stepOf(yAxis.ticks))}
        />
        {figure.zeroLine && <ReferenceLine y={0} stroke="var(--line-strong)" strokeWidth={1} zIndex={10} />}
        <EventHairlines events={facet.events} words={box.column === 0} />
        <Individuals lines={facet.lines} x={facet.x} />
        {facet.lines.map((line, k) => (
          <Area
            key={`b${line.group}`}
            dataKey={`b${k}`}
            type="linear"
            stroke="none"
            fill={cssColour(line.encoding.ink)}
            fillOpacity={0.16}
            activeDot={false}
            dot={false}
            isAnimationActive={false}
            tooltipType="none"
            legendType="none"
          />
        ))}
        {facet.lines.map((line, k) =>
          isRecording(line) ? null : (
            <Line
              key={`m${line.group}`}
              dataKey={`m${k}`}
              type="linear"
              stroke={cssColour(line.encoding.ink)}
              strokeWidth={1.75}
              strokeDasharray={line.encoding.dash ?? undefined}
              strokeLinejoin="round"
              activeDot={false}
              dot={false}
              isAnimationActive={false}
              tooltipType="none"
              legendType="none"
            />
          ),
        )}
        <Marks lines={facet.lines.filter((line) => !isRecording(line))} x={facet.x} />
        <Points lines={facet.lines.filter(isRecording)} x={facet.x} />
        {yAxis.broken && <AxisBreak />}
        {!still && <HoverLayer figure={figure} facet={facet} />}
      </ComposedChart>
    </div>
  );
});
