"use client";
import clsx from "clsx";
import { useEffect, useRef } from "react";
import { nearestIndex } from "../lines/line-figure";
import type { MapLayout } from "../map/map-layout";
import { cluster, markSize } from "./cluster";
import { NoteButton } from "./note-button";
import { useNotes, useNotesOf } from "./notes";

/** Remarks on trials of a raster or heat map: the axis runs from top to bottom, and each row is a trial. */
export function MapNotes({
  figure,
  title,
  axis,
  trials,
  layout,
}: {
  figure: string;
  title: string;
  axis: string;
  /** Trial of each row; keeps its identity while it says the same. */
  trials: readonly number[];
  layout: MapLayout;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const notes = useNotes();
  const hung = useNotesOf(figure);
  useEffect(
    () =>
      notes?.register({
        ...{ key: figure, title, groups: [] },
        axis: { key: axis, title: "Trial", unit: "" },
        domain: [trials[0] ?? 0, trials.at(-1) ?? 0],
        say: (trial) => `trial ${trial}`,
        element: () => ref.current,
      }),
    [notes, figure, title, axis, trials],
  );
  if (!notes || trials.length === 0) return null;
  const { plot } = layout;
  const row = plot.height / trials.length;
  const top = (trial: number) => plot.y + nearestIndex(trials, trial) * row;
  const shown = hung.filter((note) => note.axis === axis);
  const buttons = cluster(shown.map((note) => ({ note, at: (top(note.from) + top(note.to) + row) / 2 })));
  return (
    <div ref={ref} className="pointer-events-none absolute inset-0">
      {shown.map((note) => (
        <div
          key={note.id}
          className={clsx(
            "absolute border-y border-accent",
            note.active ? "bg-accent-wash opacity-70" : "border-dashed opacity-60",
          )}
          style={{
            left: plot.x,
            width: plot.width,
            top: top(note.from),
            height: Math.max(2, top(note.to) + row - top(note.from)),
          }}
        />
      ))}
      {buttons.map(({ at, notes: joined }) => (
        <NoteButton key={joined[0].id} notes={joined} left={plot.x + plot.width} top={at - markSize / 2} />
      ))}
    </div>
  );
}
