"use client";
import { columns, type Panel } from "@/contracts/dashboard";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from "react";
import { moveTo, moveToPlace, resizeTo, sayPlace, stepMove, stepResize, type Step } from "../grid/layout";
import { rowHeight } from "../grid/panel-grid";

export type Mode = "move" | "resize";
interface Arranging {
  readonly id: string;
  readonly mode: Mode;
  readonly by: "keys" | "pointer";
  /** Where panels would stand. */
  readonly panels: readonly Panel[];
}
/** What a drag is measured by: as it was when it began, so that the grid does not run away under the pointer. */
interface Drag {
  readonly rows: readonly number[];
  readonly rowGap: number;
  readonly columnGap: number;
  /** From the pointer to the panel's upper left corner. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Where there is one column: the middles of the other panels, from above. */
  readonly middles: readonly number[] | null;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
/** Near the edge of the window the page goes on under the pointer, px. */
const edge = 64;
const scrollStep = 16;
export const gripId = (mode: Mode, id: string) => `${mode}-${id}`;

/** First row whose start is nearest to `y`, counted on past the last one in rows of least height. */
function rowAt(y: number, { rows, rowGap }: Pick<Drag, "rows" | "rowGap">): number {
  let start = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (y < start + rows[row] / 2) return row;
    start += rows[row] + rowGap;
  }
  return rows.length + Math.max(0, Math.round((y - start) / (rowHeight + rowGap)));
}

/**
 * Moving and resizing panels, by pointer and by keys. Nothing is changed before it is put down; Escape puts it back.
 * `said` is for those who do not see where it stands.
 */
export function useArranging(
  panels: readonly Panel[],
  grid: RefObject<HTMLDivElement | null>,
  onDone: (panels: Panel[]) => void,
) {
  const [arranging, show] = useState<Arranging | null>(null);
  // a quick hand puts it down before the page has drawn its last move
  const latest = useRef<Arranging | null>(null);
  const setArranging = useCallback((next: Arranging | null) => {
    latest.current = next;
    show(next);
  }, []);
  const [said, setSaid] = useState("");
  const drag = useRef<Drag | null>(null);
  const refocus = useRef<string | null>(null);

  useEffect(() => {
    // the panel may have another place in the page now, which takes the focus from its handle
    if (arranging || !refocus.current) return;
    document.getElementById(refocus.current)?.focus();
    refocus.current = null;
  }, [arranging, panels]);

  const end = useCallback(
    (keep: boolean) => {
      const done = latest.current;
      if (!done) return;
      drag.current = null;
      if (done.by === "keys") refocus.current = gripId(done.mode, done.id);
      setArranging(null);
      setSaid(
        keep ? `Put down. ${sayPlace(done.panels, done.id)}` : `Put back. ${sayPlace(panels, done.id)}`,
      );
      if (keep && done.panels !== panels) onDone([...done.panels]);
    },
    [panels, onDone, setArranging],
  );

  const onKeyDown = (id: string, mode: Mode, name: string) => (event: KeyboardEvent) => {
    const now = latest.current;
    const active = now?.id === id && now.mode === mode ? now : null;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (active) return end(true);
      setArranging({ id, mode, by: "keys", panels });
      const what =
        mode === "move" ? "Arrow keys move it" : "Arrow keys make it wider, narrower, taller, lower";
      return setSaid(
        `${name} is picked up. ${sayPlace(panels, id)} ${what}, Enter puts it down, Escape puts it back.`,
      );
    }
    if (!active) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return end(false);
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (mode === "move" ? stepMove : stepResize)(active.panels, id, step);
    setArranging({ ...active, panels: next });
    setSaid(sayPlace(next, id));
  };

  const onPointerDown = (id: string, mode: Mode) => (event: PointerEvent<HTMLElement>) => {
    const box = grid.current;
    const cell = event.currentTarget.closest("[data-cell]");
    if (event.button !== 0 || !box || !cell) return;
    const style = getComputedStyle(box);
    event.currentTarget.setPointerCapture(event.pointerId);
    const own = cell.getBoundingClientRect();
    const { top } = box.getBoundingClientRect();
    const isNarrow = style.gridTemplateColumns.split(" ").length < columns;
    drag.current = {
      rows: style.gridTemplateRows.split(" ").map(Number.parseFloat),
      rowGap: Number.parseFloat(style.rowGap),
      columnGap: Number.parseFloat(style.columnGap),
      offset: { x: event.clientX - own.left, y: event.clientY - own.top },
      middles: isNarrow
        ? [...box.querySelectorAll("[data-cell]")].flatMap((other) => {
            const { top: from, height } = other.getBoundingClientRect();
            return other === cell ? [] : from - top + height / 2;
          })
        : null,
    };
    setArranging({ id, mode, by: "pointer", panels });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = grid.current?.getBoundingClientRect();
    const now = latest.current;
    if (now?.by !== "pointer" || !drag.current || !box) return;
    const { columnGap, offset, middles } = drag.current;
    const { id, mode } = now;
    const beyond = event.clientY < edge ? -1 : event.clientY > window.innerHeight - edge ? 1 : 0;
    if (beyond !== 0) window.scrollBy(0, beyond * scrollStep);
    if (middles) {
      const to = middles.filter((middle) => middle < event.clientY - box.top).length;
      return setArranging({ ...now, panels: moveToPlace(panels, id, to) });
    }
    const unit = (box.width + columnGap) / columns;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const { place } = panels.find((panel) => panel.id === id)!;
    if (mode === "move")
      return setArranging({
        ...now,
        panels: moveTo(panels, id, Math.round((x - offset.x) / unit), rowAt(y - offset.y, drag.current)),
      });
    const top = grid.current!.querySelector(`[data-cell="${id}"]`)!.getBoundingClientRect().top - box.top;
    const w = Math.round((x + columnGap) / unit) - place.x;
    const h = rowAt(y, drag.current) - rowAt(top, drag.current);
    setArranging({ ...now, panels: resizeTo(panels, id, w, h) });
  };

  const stepOnce = (id: string, step: Step) => {
    const next = stepMove(panels, id, step);
    setSaid(sayPlace(next, id));
    onDone(next);
  };

  const handle = (id: string, mode: Mode, name: string) => ({
    id: gripId(mode, id),
    "aria-pressed": arranging?.id === id && arranging.mode === mode,
    onKeyDown: onKeyDown(id, mode, name),
    onPointerDown: onPointerDown(id, mode),
    onPointerMove,
    onPointerUp: () => latest.current?.by === "pointer" && end(true),
    onPointerCancel: () => latest.current?.by === "pointer" && end(false),
    onBlur: () => latest.current?.by === "keys" && latest.current.id === id && end(true),
  });

  return { arranging, arranged: arranging?.panels ?? panels, said, handle, stepOnce };
}
