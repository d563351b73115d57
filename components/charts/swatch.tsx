import { cssColour, type Encoding } from "./encoding";
import { markerPath } from "./marker";

/** A piece of the line with its marker, as SVG content, `width` wide and centred on y. */
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
  const recording = encoding.kind === "recording";
  return (
    <g>
      <path
        d={`M${x} ${y}h${width}`}
        fill="none"
        stroke={colour}
        strokeWidth={recording ? 1 : 1.75}
        strokeDasharray={encoding.dash ?? undefined}
      />
      <path
        d={markerPath(encoding.marker, x + width / 2, y, recording ? 2.8 : 3.4)}
        fill={recording ? "var(--paper)" : colour}
        stroke={colour}
      />
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
