"use client";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { useCallback, useId, useMemo } from "react";
import { Figure } from "../figure/figure";
import { typeSize } from "../lines/layout";
import { colourAt, type ColourScale } from "../map/colour-map";
import { MapAxesMarks } from "../map/map-axes";
import { layoutMap, type MapLayout } from "../map/map-layout";
import { MapReader } from "../map/map-reader";
import { NoteMenu } from "../notes/note-menu";
import { usePinned } from "../notes/use-pinned";
import { PaintedImage } from "../map/painted-image";
import { formatNumber } from "../number-format";
import { runTrialsAxis } from "../run-series/prepare";
import { prepareHeatMap, type HeatMapFigure, type HeatMapInput } from "./prepare";

const layoutAt = (width: number) => layoutMap(width, 62);

/** A signal of the probe runs: trials from top to bottom, time from left to right, value as colour with its scale. */
export function DopamineHeatMap({
  trace,
  probeTrials,
  events,
  recorded,
  title,
  name = `${trace.signal} ${trace.type}`,
}: HeatMapInput & {
  title: string;
  /** What notes and the pointer know it by: its own among the figures of the page. */
  name?: string;
}) {
  const figure = useMemo(
    () => prepareHeatMap({ trace, probeTrials, events, recorded }),
    [trace, probeTrials, events, recorded],
  );
  const { rows, trials, bins, binAt } = figure;
  const pinned = usePinned(runTrialsAxis);
  return (
    <Figure
      title={title}
      unit={trace.unit}
      definition={recorded?.types ?? `${trace.type} probes`}
      note={figure.note}
      empty={figure.empty}
      height={(width) => layoutAt(width).height}
      draw={(width) => <Drawing figure={figure} unit={trace.unit} width={width} />}
      csv={() => [
        [recorded ? "trial" : "after_trial", ...Array.from({ length: bins }, (_, bin) => `${binAt(bin)} s`)],
        ...rows.map((row, index) => [trials[index], ...row]),
      ]}
      table={() => <Numbers figure={figure} title={title} />}
      actions={<NoteMenu figure={name} title={title} span={pinned} />}
      reader={(width) => (
        <MapReader
          layout={layoutAt(width)}
          figure={name}
          axis={runTrialsAxis}
          title={title}
          trials={trials}
          say={figure.say}
        />
      )}
    />
  );
}

function Drawing({ figure, unit, width }: { figure: HeatMapFigure; unit: string; width: number }) {
  const layout = layoutAt(width);
  const size = useMemo(() => ({ width: figure.bins, height: figure.rows.length }), [figure]);
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      const image = context.createImageData(figure.bins, figure.rows.length);
      const [from, to] = figure.scale.domain;
      figure.rows.forEach((row, y) =>
        row.forEach((value, x) => {
          if (value === null) return; // a gap stays paper
          image.data.set(
            [...colourAt(figure.scale.map, (value - from) / (to - from)), 255],
            4 * (y * figure.bins + x),
          );
        }),
      );
      context.putImageData(image, 0, 0);
    },
    [figure],
  );
  return (
    <svg width={width} height={layout.height} style={{ display: "block", overflow: "visible" }}>
      <PaintedImage plot={layout.plot} size={size} paint={paint} crisp />
      <MapAxesMarks axes={figure.axes} layout={layout} />
      <ScaleBar scale={figure.scale} unit={unit} layout={layout} />
    </svg>
  );
}

function ScaleBar({ scale, unit, layout }: { scale: ColourScale; unit: string; layout: MapLayout }) {
  const { side } = layout;
  const id = `scale-${useId().replaceAll(/\W/g, "")}`;
  const [from, to] = scale.domain;
  const marks = [from, (from + to) / 2, to];
  return (
    <g fontSize={typeSize} fill="var(--muted)">
      <linearGradient id={id} x1="0" y1="1" x2="0" y2="0">
        {Array.from({ length: 17 }, (_, index) => (
          <stop
            key={index}
            offset={index / 16}
            stopColor={`rgb(${colourAt(scale.map, index / 16).join(" ")})`}
          />
        ))}
      </linearGradient>
      <rect
        x={side.x}
        y={side.y}
        width={10}
        height={side.height}
        fill={`url(#${id})`}
        stroke="var(--line-strong)"
        strokeWidth={0.5}
      />
      {marks.map((value, index) => (
        <text
          key={index}
          x={side.x + 15}
          y={side.y + side.height * (1 - index / 2) + (index === 2 ? 9 : index === 1 ? 4 : 0)}
        >
          {formatNumber(value)}
        </text>
      ))}
      <text x={side.x} y={side.y - 9}>
        {unit.length > 12 ? "value" : unit}
      </text>
    </g>
  );
}

const shownColumns = 16;

function Numbers({ figure, title }: { figure: HeatMapFigure; title: string }) {
  const every = Math.max(1, Math.ceil(figure.bins / shownColumns));
  const columns = Array.from({ length: Math.ceil(figure.bins / every) }, (_, index) => index * every);
  return (
    <>
      <Table label={`${title}, numbers`} className="max-h-96">
        <thead>
          <tr>
            <Th>After trial</Th>
            {columns.map((bin) => (
              <Th key={bin} className="text-right">
                {figure.binAt(bin).toFixed(2)} s
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row, index) => (
            <Tr key={index}>
              <Td>{figure.trials[index]}</Td>
              {columns.map((bin) => (
                <Td key={bin} className="text-right">
                  {formatNumber(row[bin])}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
      {every > 1 && <p className="text-sm text-muted">Every {every}th bin; the CSV holds all.</p>}
    </>
  );
}
