import { cssColour, type Encoding } from "./encoding";
import { markerPath } from "./marker";

/** A piece of the line with its marker, or of a recording's points and band: SVG content, `width` wide and centred on y. */
export function SwatchMark({
  encoding,
  x,
  y,
  width = 30,
}: {
  encoding: Encoding;
  x: number;
  y: number;
  width?: number;
}) {
  const colour = cssColour(encoding.ink);
  const middle = x + width / 2;
  if (encoding.kind === "recording")
    return (
      <g>
        <path d={`M${x} ${y - 4}h${width}v8h${-width}Z`} fill={colour} fillOpacity={0.16} />
        <path
          d={[-8, 0, 8].map((dx) => markerPath(encoding.marker, middle + dx, y, 2.6)).join("")}
          fill="var(--paper)"
          stroke={colour}
        />
      </g>
    );
  return (
    <g>
      <path
        d={`M${x} ${y}h${width}`}
        fill="none"
        stroke={colour}
        strokeWidth={1.75}
        strokeDasharray={encoding.dash ?? undefined}
      />
      <path d={markerPath(encoding.marker, middle, y, 3.4)} fill={colour} stroke={colour} />
    </g>
  );
}

/** The same mark beside words of the page. */
export function Swatch({ encoding }: { encoding: Encoding }) {
  return (
    <svg width={30} height={12} aria-hidden className="shrink-0">
      <SwatchMark encoding={encoding} x={0} y={6} />
    </svg>
  );
}
