import { cssColour, type Encoding } from "./encoding";
import { pointSwatch } from "./lines/point-marks";
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
  if (encoding.kind === "recording") {
    const { band, points } = pointSwatch(encoding, x, y, width);
    return (
      <g>
        <path d={band} fill={colour} fillOpacity={0.16} />
        <path d={points} fill="var(--paper)" stroke={colour} />
      </g>
    );
  }
  return (
    <g>
      <path
        d={`M${x} ${y}h${width}`}
        fill="none"
        stroke={colour}
        strokeWidth={1.75}
        strokeDasharray={encoding.dash ?? undefined}
      />
      <path d={markerPath(encoding.marker, x + width / 2, y, 3.4)} fill={colour} stroke={colour} />
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
