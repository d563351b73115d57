/** Colours of heat maps: one sequential map, and purple-white-green for signed values, which no theory's hue resembles. */
type Rgb = readonly [number, number, number];

const hex = (text: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)) as unknown as Rgb;
const stops = {
  // Brewer PRGn, 9 classes, middle made pure white
  diverging: [
    "#762a83",
    "#9970ab",
    "#c2a5cf",
    "#e7d4e8",
    "#ffffff",
    "#d9f0d3",
    "#a6dba0",
    "#5aae61",
    "#1b7837",
  ].map(hex),
  // viridis, 9 samples
  sequential: [
    "#440154",
    "#472d7b",
    "#3b528b",
    "#2c728e",
    "#21918c",
    "#28ae80",
    "#5ec962",
    "#addc30",
    "#fde725",
  ].map(hex),
} as const;

export type ColourMap = keyof typeof stops;

/** Colour at `share` in [0, 1], linear between the stops. */
export function colourAt(map: ColourMap, share: number): Rgb {
  const list = stops[map];
  const at = Math.min(1, Math.max(0, share)) * (list.length - 1);
  const below = Math.min(list.length - 2, Math.floor(at));
  const rest = at - below;
  return list[below].map((from, k) =>
    Math.round(from + rest * (list[below + 1][k] - from)),
  ) as unknown as Rgb;
}

export interface ColourScale {
  readonly map: ColourMap;
  readonly domain: readonly [number, number];
}

/** Signed values get the diverging map with a symmetric range, so that white is zero; others run from zero or their minimum. */
export function colourScale(rows: readonly (readonly (number | null)[])[]): ColourScale | null {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows)
    for (const value of row)
      if (value !== null && Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
  if (low > high) return null;
  if (low < 0) {
    const most = Math.max(-low, high);
    return { map: "diverging", domain: [-most, most] };
  }
  const from = low < high / 2 ? 0 : low;
  return { map: "sequential", domain: [from, high > from ? high : from + 1] };
}
