"use client";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { useCallback, useMemo } from "react";
import { Figure } from "../figure/figure";
import { typeSize } from "../lines/layout";
import { MapAxesMarks } from "../map/map-axes";
import { layoutMap } from "../map/map-layout";
import { MapReader } from "../map/map-reader";
import { NoteMenu } from "../notes/note-menu";
import { usePinned } from "../notes/use-pinned";
import { PaintedImage } from "../map/painted-image";
import { runTrialsAxis } from "../run-series/prepare";
import { prepareLickRaster, type LickRasterFigure, type LickRasterInput } from "./prepare";

const layoutAt = (width: number) => layoutMap(width, 26);

/** Every lick of a run: a row per training trial, first trial on top; stimulated trials have a mark at the right. */
export function LickRaster({
  licks,
  stimulated,
  trialMs,
  events,
  recorded,
  title = "Licks",
  name = "licks",
}: LickRasterInput & {
  title?: string;
  /** What notes and the pointer know it by: its own among the figures of the page. */
  name?: string;
}) {
  const figure = useMemo(
    () => prepareLickRaster({ licks, stimulated, trialMs, events, recorded }),
    [licks, stimulated, trialMs, events, recorded],
  );
  const pinned = usePinned(runTrialsAxis);
  return (
    <Figure
      title={title}
      unit="licks by trial and time"
      definition="Each mark is one lick; trials run from top to bottom."
      note={figure.note}
      empty={figure.empty}
      height={(width) => layoutAt(width).height}
      draw={(width) => <Drawing figure={figure} width={width} />}
      csv={() => [
        ["trial", "stimulated", "lick_s"],
        ...figure.rows.flatMap((times, row) =>
          (times.length > 0 ? times : [null]).map((time) => [
            figure.trials[row],
            figure.stimulated[row] ? 1 : 0,
            time,
          ]),
        ),
      ]}
      table={() => <Numbers figure={figure} title={title} />}
      actions={<NoteMenu figure={name} title={title} span={pinned} />}
      reader={(width) => (
        <MapReader
          layout={layoutAt(width)}
          figure={name}
          axis={runTrialsAxis}
          title={title}
          trials={figure.trials}
          say={figure.say}
        />
      )}
    />
  );
}

function Drawing({ figure, width }: { figure: LickRasterFigure; width: number }) {
  const layout = layoutAt(width);
  const { plot, side } = layout;
  const size = useMemo(() => ({ width: 3 * Math.round(plot.width), height: 3 * plot.height }), [plot]);
  const paint = useCallback(
    (context: CanvasRenderingContext2D, ink: string) => {
      const [from, to] = figure.axes.x.domain;
      const row = size.height / figure.rows.length;
      context.fillStyle = ink;
      figure.rows.forEach((times, index) => {
        for (const time of times)
          context.fillRect(
            ((time - from) / (to - from)) * size.width - 1.5,
            index * row,
            3,
            Math.max(2, 0.85 * row),
          );
      });
    },
    [figure, size],
  );
  const height = plot.height / figure.rows.length;
  return (
    <svg width={width} height={layout.height} style={{ display: "block", overflow: "visible" }}>
      <PaintedImage plot={plot} size={size} paint={paint} crisp={false} />
      <MapAxesMarks axes={figure.axes} layout={layout} />
      {figure.stimulated.some(Boolean) && (
        <>
          <text x={side.x - 6} y={side.y - 9} fontSize={typeSize} fill="var(--muted)">
            stim.
          </text>
          <path
            d={figure.stimulated
              .flatMap((on, row) =>
                on ? [`M${side.x - 6} ${(side.y + (row + 0.5) * height).toFixed(2)}h10`] : [],
              )
              .join("")}
            stroke="var(--ink)"
            strokeWidth={Math.max(0.6, Math.min(2, height))}
          />
        </>
      )}
    </svg>
  );
}

function Numbers({ figure, title }: { figure: LickRasterFigure; title: string }) {
  return (
    <Table label={`${title}, numbers`} className="max-h-96">
      <thead>
        <tr>
          <Th>Trial</Th>
          <Th className="text-right">Licks</Th>
          <Th className="text-right">First lick (s)</Th>
          <Th>Stimulated</Th>
        </tr>
      </thead>
      <tbody>
        {figure.rows.map((times, row) => (
          <Tr key={row}>
            <Td>{row + 1}</Td>
            <Td className="text-right">{times.length}</Td>
            <Td className="text-right">{times[0]?.toFixed(3) ?? "–"}</Td>
            <Td>{figure.stimulated[row] ? "yes" : "no"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
