"use client";
import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useHoverStore, useHoverX } from "../hover/use-hover";
import { nearestIndex } from "../lines/line-figure";
import { MapNotes } from "../notes/map-notes";
import { useNotes } from "../notes/notes";
import type { MapLayout } from "./map-layout";

/**
 * Reads a map row by row, by pointer and keys, together with the other figures of the run. C remarks on the row, M begins a
 * window of rows that the next C ends.
 */
export function MapReader({
  layout,
  figure,
  axis,
  title,
  trials,
  say,
}: {
  layout: MapLayout;
  figure: string;
  axis: string;
  title: string;
  /** Trial of each row. */
  trials: readonly number[];
  say: (row: number) => string;
}) {
  const store = useHoverStore();
  const at = useHoverX(axis);
  const row = at === null || trials.length === 0 ? null : nearestIndex(trials, at);
  const { plot } = layout;
  const notes = useNotes();
  const [mark, setMark] = useState<number | null>(null);
  const show = (next: number | null, pinned: boolean) =>
    store.set(
      next === null || !(next in trials) ? null : { axis, x: trials[next], figure, facet: null, pinned },
    );
  const rowAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top - plot.y) / plot.height;
    return share < 0 || share > 1 ? null : Math.min(trials.length - 1, Math.floor(share * trials.length));
  };
  const note = (key: string): boolean => {
    if (!notes?.mayBegin || row === null || !["c", "m"].includes(key)) return false;
    const [start, now] = [mark ?? trials[row], trials[row]];
    setMark(key === "m" ? now : null);
    if (key === "c")
      notes.begin({ key: figure, title }, { from: Math.min(start, now), to: Math.max(start, now) });
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stride = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
    const moves: Record<string, number | null> = {
      ArrowDown: (row ?? -1) + stride,
      ArrowRight: (row ?? -1) + stride,
      PageDown: (row ?? -1) + stride,
      ArrowUp: (row ?? stride) - stride,
      ArrowLeft: (row ?? stride) - stride,
      PageUp: (row ?? stride) - stride,
      Home: 0,
      End: trials.length - 1,
      Escape: null,
    };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (note(event.key.toLowerCase())) return event.preventDefault();
    if (!(event.key in moves)) return;
    event.preventDefault();
    if (event.key === "Escape" && mark !== null) return setMark(null);
    const next = moves[event.key];
    show(next === null ? null : Math.min(trials.length - 1, Math.max(0, next)), next !== null);
  };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Read ${title} by trial`}
        aria-orientation="vertical"
        aria-valuemin={trials[0] ?? 0}
        aria-valuemax={trials.at(-1) ?? 0}
        aria-valuenow={row === null ? (trials[0] ?? 0) : trials[row]}
        aria-keyshortcuts={notes?.mayBegin ? "C M" : undefined}
        aria-valuetext={
          row === null ? "nothing chosen" : `${mark === null ? "" : `window from trial ${mark}; `}${say(row)}`
        }
        className="absolute inset-0 touch-pan-y select-none"
        onPointerMove={(event) => {
          if (event.pointerType !== "touch" && !store.get()?.pinned) show(rowAt(event), false);
        }}
        onPointerLeave={() => !store.get()?.pinned && show(null, false)}
        onClick={(event) => {
          const next = rowAt(event as unknown as PointerEvent<HTMLElement>);
          const hover = store.get();
          show(hover?.pinned && next !== null && hover.x === trials[next] ? null : next, true);
        }}
        onKeyDown={onKeyDown}
      >
        {row !== null && mark !== null && (
          <div
            className="pointer-events-none absolute border-y border-accent bg-accent-wash opacity-60"
            style={windowOf(nearestIndex(trials, mark), row, trials.length, plot)}
          />
        )}
        {row !== null && (
          <>
            <div
              className="pointer-events-none absolute border-t border-dashed border-ink"
              style={{
                left: plot.x - 4,
                width: plot.width + 8,
                top: plot.y + ((row + 0.5) / trials.length) * plot.height,
              }}
            />
            <p
              className="pointer-events-none absolute max-w-full truncate bg-paper px-1 text-ink"
              style={{ left: plot.x, top: layout.height - 18 }}
            >
              {say(row)}
            </p>
          </>
        )}
      </div>
      <MapNotes figure={figure} title={title} axis={axis} trials={trials} layout={layout} />
    </>
  );
}

/** From the row in which a window was begun to the one that is read. */
function windowOf(from: number, to: number, rows: number, { x, y, width, height }: MapLayout["plot"]) {
  const row = height / rows;
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return { left: x, width, top: y + first * row, height: (last - first + 1) * row };
}
