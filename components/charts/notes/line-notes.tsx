"use client";
import clsx from "clsx";
import { useEffect, useRef } from "react";
import { layoutAt } from "../lines/layout-cache";
import { nearestIndex, type Facet, type LineFigure } from "../lines/line-figure";
import type { Box } from "../lines/layout";
import { project } from "../scale";
import { cluster, markSize } from "./cluster";
import { NoteButton } from "./note-button";
import { notedFigure } from "./noted-figure";
import { useNotes, useNotesOf, type Note } from "./notes";

/**
 * Remarks where they belong: by the figure's own layout, in every panel of the axis that shows their place, so that they
 * stay on their trials when the page is zoomed or another width. One button per place; the other panels show the window.
 */
export function LineNotes({ figure, width }: { figure: LineFigure; width: number }) {
  const ref = useRef<HTMLDivElement>(null);
  const notes = useNotes();
  const hung = useNotesOf(figure.key);
  useEffect(() => notes?.register(notedFigure(figure, () => ref.current)), [notes, figure]);
  if (!notes) return null;
  const layout = layoutAt(figure, width);
  const [from, to] = figure.xAxis.domain;
  const shown = hung.filter((note) => note.axis === figure.xAxis.key && note.to >= from && note.from <= to);
  const facetsOf = ({ group }: Note) => {
    const own = figure.facets.flatMap(({ lines }, index) =>
      group === null || lines.some((line) => line.group === group) ? [index] : [],
    );
    return own.length > 0 ? own : figure.facets.map((_, index) => index);
  };
  const placed = shown.map((note) => ({ note, facets: facetsOf(note) }));
  return (
    <div ref={ref} className="pointer-events-none absolute inset-0">
      {figure.facets.map((facet, index) => {
        const { plot } = layout.facets[index];
        const x = (value: number) =>
          project(Math.min(to, Math.max(from, value)), [from, to], [plot.x, plot.x + plot.width]);
        const own = placed.filter(({ facets }) => facets.includes(index));
        const buttons = cluster(
          own
            .filter(({ facets }) => facets[0] === index)
            .map(({ note }) => ({ note, at: x((note.from + note.to) / 2) })),
        );
        return (
          <div key={facet.key}>
            {own.map(({ note }) => (
              <Window key={note.id} note={note} left={x(note.from)} right={x(note.to)} plot={plot} />
            ))}
            {buttons.map(({ at, notes: joined }) => (
              <NoteButton
                key={joined[0].id}
                notes={joined}
                left={at}
                top={topOf(joined, facet, figure, plot)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Window({ note, left, right, plot }: { note: Note; left: number; right: number; plot: Box }) {
  const point = right - left < 2;
  return (
    <div
      className={clsx(
        "absolute border-accent",
        point ? "border-l" : "border-x border-t-2",
        note.active ? "bg-accent-wash opacity-70" : "border-dashed opacity-50",
      )}
      style={{ left, width: point ? 1 : right - left, top: plot.y, height: plot.height }}
    />
  );
}

/** On its line where it means one, else at the head of the panel. */
function topOf([first, ...more]: readonly Note[], facet: Facet, figure: LineFigure, plot: Box): number {
  const head = plot.y - markSize / 2;
  const line = more.length === 0 && facet.lines.find(({ group }) => group === first.group);
  if (!line) return head;
  const value = line.points[nearestIndex(facet.x, (first.from + first.to) / 2)];
  if (value === null || value === undefined) return head;
  const y = project(value, figure.yAxis.domain, [plot.y + plot.height, plot.y]);
  return Math.min(plot.y + plot.height, Math.max(plot.y, y)) - markSize / 2;
}
