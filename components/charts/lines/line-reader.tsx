"use client";
import clsx from "clsx";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Band } from "../band";
import { useHoverStore, useHoverX } from "../hover/use-hover";
import type { Span } from "../notes/notes";
import { locate, type LineLayout } from "./layout";
import { nearestIndex, stops, type LineFigure } from "./line-figure";
import { sayReading } from "./reading";

interface Drag {
  facet: number;
  start: number;
  end: number;
  /** Chooses a window to remark on instead of zooming. */
  noting: boolean;
}

/**
 * Reads a figure by pointer, finger and keys. Moving shows one position in all panels of the axis; a click or an arrow key
 * pins it; dragging zooms. C remarks on the position, M begins a window that the next C ends, and so does dragging with
 * Shift. For a screen reader it is a slider whose value is the sentence of numbers at that position.
 */
export function LineReader({
  figure,
  layout,
  band,
  onZoom,
  onNote,
}: {
  figure: LineFigure;
  layout: LineLayout;
  band: Band;
  /** Without it, nobody can remark on a place. */
  onNote?: (span: Span) => void;
  /** Null is the whole axis. Without it, dragging does nothing. */
  onZoom?: (range: { from: number; to: number } | null) => void;
}) {
  const store = useHoverStore();
  const at = useHoverX(figure.xAxis.key);
  const down = useRef<{ x: number; facet: number; at: number } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [mark, setMark] = useState<number | null>(null);
  const positions = stops(figure);
  const now = at === null ? null : (positions[nearestIndex(positions, at)] ?? null);
  const show = (x: number | null, pinned: boolean, facet: number | null = null) =>
    store.set(x === null ? null : { axis: figure.xAxis.key, x, figure: figure.key, facet, pinned });

  const where = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return locate(figure, layout, event.clientX - box.left, event.clientY - box.top);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const place = where(event);
    if (!place || event.button !== 0) return;
    down.current = { x: event.clientX, facet: place.facet, at: place.x };
    if (event.pointerType === "mouse") event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const place = where(event);
    const start = down.current;
    const noting = drag ? drag.noting : event.shiftKey && onNote !== undefined;
    const wanted = noting || onZoom !== undefined;
    if (start && wanted && event.pointerType === "mouse" && Math.abs(event.clientX - start.x) > 6) {
      const plot = layout.facets[start.facet].plot;
      const box = event.currentTarget.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - box.left - plot.x) / plot.width));
      const [from, to] = figure.xAxis.domain;
      setDrag({ facet: start.facet, start: start.at, end: from + share * (to - from), noting });
      return;
    }
    if (store.get()?.pinned || event.pointerType === "touch") return;
    show(place ? (positions[nearestIndex(positions, place.x)] ?? null) : null, false, place?.facet);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const start = down.current;
    down.current = null;
    if (drag) {
      const [from, to] = [Math.min(drag.start, drag.end), Math.max(drag.start, drag.end)];
      setDrag(null);
      if (drag.noting) onNote?.({ from, to });
      else if (onZoom && positions.filter((x) => x >= from && x <= to).length >= 2) onZoom({ from, to });
      return;
    }
    const place = where(event);
    if (!start || !place) return;
    const x = positions[nearestIndex(positions, place.x)] ?? null;
    const hover = store.get();
    const again = hover?.pinned && hover.axis === figure.xAxis.key && hover.x === x;
    show(again ? null : x, true, place.facet);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = now === null ? -1 : positions.indexOf(now);
    const stride = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
    const go = (next: number) =>
      show(positions[Math.min(positions.length - 1, Math.max(0, next))] ?? null, true);
    const [from, to] = figure.xAxis.domain;
    const moves: Record<string, () => void> = {
      ArrowRight: () => go(index + stride),
      ArrowUp: () => go(index + stride),
      PageUp: () => go(index + stride),
      ArrowLeft: () => go(index < 0 ? 0 : index - stride),
      ArrowDown: () => go(index < 0 ? 0 : index - stride),
      PageDown: () => go(index < 0 ? 0 : index - stride),
      Home: () => go(0),
      End: () => go(positions.length - 1),
      Escape: () => (mark === null ? show(null, false) : setMark(null)),
      ...(onZoom && {
        "+": () => onZoom(narrower(from, to, now)),
        "=": () => onZoom(narrower(from, to, now)),
        "-": () => onZoom(null),
        "0": () => onZoom(null),
      }),
      ...(onNote &&
        now !== null && {
          m: () => setMark(now),
          c: () => {
            setMark(null);
            onNote({ from: Math.min(mark ?? now, now), to: Math.max(mark ?? now, now) });
          },
        }),
    };
    const move = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  const chosen = drag ?? (mark !== null && now !== null && { facet: 0, start: mark, end: now, noting: true });
  const plot = chosen && layout.facets[chosen.facet].plot;
  const [from, to] = figure.xAxis.domain;
  const said = now === null ? "nothing chosen" : sayReading(figure, now, band);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`Read ${figure.title} along ${figure.xAxis.title.toLowerCase()}`}
      aria-valuemin={positions[0] ?? 0}
      aria-valuemax={positions.at(-1) ?? 0}
      aria-valuenow={now ?? positions[0] ?? 0}
      aria-valuetext={mark === null ? said : `window from ${figure.sayX(mark)}; ${said}`}
      aria-keyshortcuts={onNote ? "C M" : undefined}
      className="absolute inset-0 touch-pan-y select-none"
      style={{ cursor: onZoom ? "crosshair" : "default" }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        down.current = null;
        setDrag(null);
      }}
      onPointerLeave={() => !store.get()?.pinned && show(null, false)}
      onDoubleClick={() => onZoom?.(null)}
      onKeyDown={onKeyDown}
    >
      {chosen && plot && (
        <div
          className={clsx(
            "absolute border-x border-accent bg-accent-wash opacity-60",
            chosen.noting && "border-t-2",
          )}
          style={{
            left: plot.x + ((Math.min(chosen.start, chosen.end) - from) / (to - from)) * plot.width,
            width: (Math.abs(chosen.end - chosen.start) / (to - from)) * plot.width,
            top: plot.y,
            height: plot.height,
          }}
        />
      )}
    </div>
  );
}

/** Half of the present range around the position that is read, or around the middle. */
export function narrower(from: number, to: number, around: number | null) {
  const quarter = (to - from) / 4;
  const centre = Math.min(to - quarter, Math.max(from + quarter, around ?? (from + to) / 2));
  return { from: centre - quarter, to: centre + quarter };
}
