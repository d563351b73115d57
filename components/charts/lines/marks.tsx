import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import type { Line } from "./line-figure";
import { lineMarks } from "./point-marks";

/** Markers on lines: one path per line, because an element per point makes a page of figures slow. */
export function Marks({ lines, x }: { lines: readonly Line[]; x: readonly number[] }) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  if (!scaleX || !scaleY || !plot) return null;
  const px = x.map((value) => scaleX(value) ?? NaN);
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
