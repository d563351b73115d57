import { usePlotArea, ZIndexLayer } from "recharts";

/** Two strokes across the foot of the y axis: it does not start at zero. */
export function AxisBreak() {
  const plot = usePlotArea();
  if (!plot) return null;
  const y = plot.y + plot.height - 8;
  return (
    <ZIndexLayer zIndex={700}>
      <g data-axis-break="">
        <path d={`M${plot.x} ${y - 2}v4`} stroke="var(--paper)" strokeWidth={3} />
        <path
          d={`M${plot.x - 4} ${y}l8 -4M${plot.x - 4} ${y + 4}l8 -4`}
          stroke="var(--ink)"
          strokeWidth={1}
          fill="none"
        />
      </g>
    </ZIndexLayer>
  );
}
