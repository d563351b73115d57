import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import { useHoverX } from "../hover/use-hover";
import { markerPath } from "../marker";
import { nearestIndex, type Facet, type LineFigure } from "./line-figure";

/** The hairline that all panels of one axis share, and a mark on each line there. */
export function HoverLayer({ figure, facet }: { figure: LineFigure; facet: Facet }) {
  const at = useHoverX(figure.xAxis.key);
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  const [from, to] = figure.xAxis.domain;
  if (at === null || at < from || at > to || !scaleX || !scaleY || !plot) return null;
  const index = nearestIndex(facet.x, at);
  const x = index < 0 ? undefined : scaleX(facet.x[index]);
  if (x === undefined) return null;
  return (
    <ZIndexLayer zIndex={1100}>
      <g pointerEvents="none">
        <path
          d={`M${x} ${plot.y - 6}V${plot.y + plot.height}`}
          stroke="var(--ink)"
          strokeWidth={1}
          strokeDasharray="2 2"
        />
        {facet.lines.map(({ group, encoding, points }) => {
          const value = points[index];
          const y = value === null ? undefined : scaleY(value);
          if (y === undefined || y < plot.y - 1 || y > plot.y + plot.height + 1) return null;
          return (
            <path
              key={group}
              d={markerPath(encoding.marker, x, y, 4.5)}
              fill={cssColour(encoding.ink)}
              stroke="var(--paper)"
              strokeWidth={1.5}
            />
          );
        })}
      </g>
    </ZIndexLayer>
  );
}
