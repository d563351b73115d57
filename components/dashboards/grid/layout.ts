/**
 * Where panels stand on a grid of twelve columns. A panel has its columns and a least height in rows; its first row follows
 * from the order: as high up as the panels before it in its columns let it. So nothing ever overlaps, and there is no gap
 * that somebody would have to close.
 */
import { columns, tallest, type Panel, type PanelPlace } from "@/contracts/dashboard";

export type Placed = Pick<Panel, "id" | "place">;
export interface Cell extends PanelPlace {
  /** First row, from 0. */
  readonly y: number;
}

const overlap = (a: PanelPlace, b: PanelPlace) => a.x < b.x + b.w && b.x < a.x + a.w;

/** The cells of panels, in their order. */
export function cellsOf(panels: readonly Placed[]): Cell[] {
  const cells: Cell[] = [];
  for (const { place } of panels) {
    const y = Math.max(0, ...cells.filter((cell) => overlap(cell, place)).map((cell) => cell.y + cell.h));
    cells.push({ ...place, y });
  }
  return cells;
}

/** Panels from top to bottom, and from left to right where they begin in one row: the order in which they are read. */
export function inReadingOrder<P extends Placed>(panels: readonly P[]): P[] {
  const cells = cellsOf(panels);
  return panels
    .map((panel, index) => ({ panel, cell: cells[index] }))
    .sort((a, b) => a.cell.y - b.cell.y || a.cell.x - b.cell.x)
    .map(({ panel }) => panel);
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The panel with its top left cell near column `x`, row `y`; others give way. */
export function moveTo<P extends Placed>(panels: readonly P[], id: string, x: number, y: number): P[] {
  const from = panels.findIndex((panel) => panel.id === id);
  if (from < 0) return [...panels];
  const cells = cellsOf(panels);
  const { [from]: old } = cells;
  const place = { ...panels[from].place, x: clamp(x, 0, columns - old.w) };
  const moved = { ...panels[from], place };
  const others = panels.flatMap((panel, index) => (index === from ? [] : [{ panel, cell: cells[index] }]));
  // it passes another once it covers more than half of that one's height
  const edge = y > old.y ? y + old.h : y;
  const behind = others.findIndex(({ cell }) => {
    const middle = cell.y + cell.h / 2;
    return overlap(cell, place) && (y > old.y ? middle >= edge : middle > edge);
  });
  const to = behind < 0 ? others.length : behind;
  return inReadingOrder(others.map(({ panel }) => panel).toSpliced(to, 0, moved));
}

/** The panel as the one at place `to` of the order, as far as columns let it; one that stands beside it changes sides with it. */
export function moveToPlace<P extends Placed>(panels: readonly P[], id: string, to: number): P[] {
  const from = panels.findIndex((panel) => panel.id === id);
  if (from < 0 || from === to) return [...panels];
  const others = panels.toSpliced(from, 1);
  const moved = inReadingOrder(others.toSpliced(to, 0, panels[from]));
  if (moved.findIndex((panel) => panel.id === id) !== from) return moved;
  const cells = cellsOf(panels);
  const passed = clamp(to, 0, panels.length - 1);
  if (cells[passed].y !== cells[from].y) return [...panels];
  const [left, right] = [Math.min(from, passed), Math.max(from, passed)];
  const at = (index: number, x: number) => ({
    ...panels[index],
    place: { ...panels[index].place, x: clamp(x, 0, columns - cells[index].w) },
  });
  const swapped = new Map([
    [left, at(left, cells[right].x + cells[right].w - cells[left].w)],
    [right, at(right, cells[left].x)],
  ]);
  return inReadingOrder(panels.map((panel, index) => swapped.get(index) ?? panel));
}

export function resizeTo<P extends Placed>(panels: readonly P[], id: string, w: number, h: number): P[] {
  return inReadingOrder(
    panels.map((panel) => {
      if (panel.id !== id) return panel;
      const { x } = panel.place;
      return { ...panel, place: { x, w: clamp(w, 1, columns - x), h: clamp(h, 1, tallest) } };
    }),
  );
}

export type Step = "left" | "right" | "up" | "down";

/** One press of an arrow key: a column aside, or past the next panel above or below. */
export function stepMove<P extends Placed>(panels: readonly P[], id: string, step: Step): P[] {
  const index = panels.findIndex((panel) => panel.id === id);
  if (index < 0) return [...panels];
  const cells = cellsOf(panels);
  const { [index]: cell } = cells;
  if (step === "left" || step === "right")
    return moveTo(panels, id, cell.x + (step === "left" ? -1 : 1), cell.y);
  const beside = cells.flatMap((other, at) =>
    at !== index && overlap(other, cell) ? [{ at, y: other.y }] : [],
  );
  const passed =
    step === "up"
      ? beside.findLast(
          ({ y }) => y === Math.max(...beside.filter((one) => one.y < cell.y).map((one) => one.y)),
        )
      : beside.find(({ y }) => y === Math.min(...beside.filter((one) => one.y > cell.y).map((one) => one.y)));
  if (!passed) return [...panels];
  // taking the panel out moves what is behind it up by one, so both directions insert at the place of the one passed
  return inReadingOrder(panels.toSpliced(index, 1).toSpliced(passed.at, 0, panels[index]));
}

/** One press of an arrow key on the lower right corner. */
export function stepResize<P extends Placed>(panels: readonly P[], id: string, step: Step): P[] {
  const place = panels.find((panel) => panel.id === id)?.place;
  if (!place) return [...panels];
  const w = place.w + (step === "right" ? 1 : step === "left" ? -1 : 0);
  const h = place.h + (step === "down" ? 1 : step === "up" ? -1 : 0);
  return resizeTo(panels, id, w, h);
}

/** "columns 7 to 12, place 2 of 5": what a screen reader hears of a move. */
export function sayPlace(panels: readonly Placed[], id: string): string {
  const index = panels.findIndex((panel) => panel.id === id);
  if (index < 0) return "";
  const { x, w, h } = panels[index].place;
  const rows = h === 1 ? "1 row" : `${h} rows`;
  return `Columns ${x + 1} to ${x + w}, ${rows} high, place ${index + 1} of ${panels.length}.`;
}
