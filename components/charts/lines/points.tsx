import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import type { Line } from "./line-figure";
import { pointMarks } from "./point-marks";

/** Recordings: a marker per point, and no line. */
export function Points({ lines, x }: { lines: readonly Line[]; x: readonly number[] }) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  if (!scaleX || !scaleY || !plot) return null;
  const px = x.map((value) => scaleX(value) ?? NaN);
  return (
    <ZIndexLayer zIndex={400}>
      {lines.map((line) => {
        const { marks, bars, filled } = pointMarks(line, px, scaleY, plot);
        const colour = cssColour(line.encoding.ink);
        return (
          <g key={line.group} data-points="">
            {bars && <path d={bars} fill="none" stroke={colour} strokeOpacity={0.5} strokeWidth={1} />}
            <path d={marks} fill={filled ? colour : "var(--paper)"} stroke={colour} strokeWidth={1} />
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
