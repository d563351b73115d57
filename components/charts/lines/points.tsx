import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import { markerPath } from "../marker";
import type { Line } from "./line-figure";

/** Markers nearer than this (px) would run together into a line. */
const apart = 5;

/** Recordings: a marker per point, and no line. Of dense points as many as stand apart; the band has them all. */
export function Points({ lines, x }: { lines: readonly Line[]; x: readonly number[] }) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  if (!scaleX || !scaleY || !plot) return null;
  const at = x.map((value) => scaleX(value) ?? NaN);
  const within = (px: number) => px >= plot.x - 0.5 && px <= plot.x + plot.width + 0.5;
  const step = at.length > 1 ? (at[at.length - 1] - at[0]) / (at.length - 1) : Infinity;
  const every = Math.max(1, Math.ceil(apart / step));
  const radius = every > 1 || step < 8 ? 1.7 : 2.6;
  return (
    <ZIndexLayer zIndex={400}>
      {lines.map(({ group, encoding, points, bands }) => {
        let [marks, bars] = ["", ""];
        at.forEach((px, index) => {
          const value = points[index];
          const y = value === null ? undefined : scaleY(value);
          if (y === undefined || !within(px)) return;
          if (index % every === 0) marks += markerPath(encoding.marker, px, y, radius);
          const band = bands[index];
          // a band needs two neighbours to be seen
          if (band && !bands[index - 1] && !bands[index + 1])
            bars += `M${px} ${scaleY(band[0])}V${scaleY(band[1])}`;
        });
        const colour = cssColour(encoding.ink);
        return (
          <g key={group} data-points="">
            {bars && <path d={bars} fill="none" stroke={colour} strokeOpacity={0.5} strokeWidth={1} />}
            <path d={marks} fill={radius < 2 ? colour : "var(--paper)"} stroke={colour} strokeWidth={1} />
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
