import { ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import type { Line } from "./line-figure";
import { lineMarks } from "./point-marks";
import { usePixels } from "./use-pixels";

/** Markers on lines: one path per line, because an element per point makes a page of figures slow. */
export function Marks({ lines, x }: { lines: readonly Line[]; x: readonly number[] }) {
  const at = usePixels(x);
  if (!at) return null;
  const { px, scaleY, plot } = at;
  return (
    <ZIndexLayer zIndex={600}>
      {lines.map((line) => {
        const colour = cssColour(line.encoding.ink);
        return (
          <path
            key={line.group}
            d={lineMarks(line, px, scaleY, plot)}
            fill={colour}
            stroke={colour}
            strokeWidth={1}
          />
        );
      })}
    </ZIndexLayer>
  );
}
