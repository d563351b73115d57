import { ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import type { Line } from "./line-figure";
import { pointMarks } from "./point-marks";
import { usePixels } from "./use-pixels";

/** Recordings: a marker per point, and no line. */
export function Points({ lines, x }: { lines: readonly Line[]; x: readonly number[] }) {
  const at = usePixels(x);
  if (!at) return null;
  const { px, scaleY, plot } = at;
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
