import type { Drawing } from "./drawing";
import { lowered } from "./svg";

/** Several drawings of one width below each other. */
export function stacked(drawings: readonly Drawing[]): Drawing {
  let y = 0;
  const marks = drawings.flatMap((drawing) => {
    const top = y;
    y += drawing.height + 12;
    return drawing.marks.map((mark) => lowered(mark, top));
  });
  return { width: Math.max(...drawings.map(({ width }) => width)), height: Math.max(1, y - 12), marks };
}
