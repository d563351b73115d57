import { layoutLines, type LineLayout } from "./layout";
import type { LineFigure } from "./line-figure";

const layouts = new WeakMap<LineFigure, Map<number, LineLayout>>();

/** One layout per figure and width: drawing, reader and height share it, and it keeps its identity. */
export function layoutAt(figure: LineFigure, width: number): LineLayout {
  const own = layouts.get(figure) ?? new Map<number, LineLayout>();
  layouts.set(figure, own);
  const layout = own.get(width) ?? layoutLines(figure, width);
  own.set(width, layout);
  return layout;
}
