import { usePlotArea, useXAxisDomain, useXAxisScale, ZIndexLayer } from "recharts";
import { textWidth, typeSize } from "./layout";

/** Cue and reward: a hairline each, with its word in the first row. A word that would lie on its neighbour stands lower. */
export function EventHairlines({
  events,
  words,
}: {
  events: readonly { at: number; label: string }[];
  words: boolean;
}) {
  const scale = useXAxisScale();
  const domain = useXAxisDomain();
  const plot = usePlotArea();
  if (!scale || !plot || !domain) return null;
  const inside = events
    .filter(({ at }) => at >= Number(domain[0]) && at <= Number(domain[1]))
    .toSorted((a, b) => a.at - b.at);
  const ends = [-Infinity, -Infinity];
  return (
    <ZIndexLayer zIndex={5}>
      {inside.map(({ at, label }) => {
        const x = scale(at) ?? plot.x;
        const toLeft = x + 4 + textWidth(label) > plot.x + plot.width + 8;
        const start = toLeft ? Math.max(plot.x + 3, x - 3 - textWidth(label)) : x + 3;
        const level = start >= ends[0] ? 0 : start >= ends[1] ? 1 : -1;
        if (level >= 0) ends[level] = start + textWidth(label) + 4;
        return (
          <g key={`${at} ${label}`}>
            <path
              d={`M${x} ${plot.y - 4}V${plot.y + plot.height}`}
              stroke="var(--line-strong)"
              strokeWidth={0.75}
            />
            {words && level >= 0 && (
              <text x={start} y={plot.y + 4 + 12 * level} fill="var(--muted)" fontSize={typeSize}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
