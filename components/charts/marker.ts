/** Shapes that stay apart in black and white, at 5 px. Five: coprime with the four shades of a role. */
export const markers = ["circle", "square", "triangle", "diamond", "cross"] as const;
export type Marker = (typeof markers)[number];

/** SVG path of a marker around (x, y); shapes of equal `radius` look equally large. */
export function markerPath(marker: Marker | null, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
  switch (marker) {
    case null:
      return "";
    case "circle":
      return `M${at(-1, 0)}A${radius} ${radius} 0 1 0 ${at(1, 0)}A${radius} ${radius} 0 1 0 ${at(-1, 0)}Z`;
    case "square":
      return `M${at(-0.88, -0.88)}L${at(0.88, -0.88)}L${at(0.88, 0.88)}L${at(-0.88, 0.88)}Z`;
    case "triangle":
      return `M${at(0, -1.2)}L${at(1.1, 0.8)}L${at(-1.1, 0.8)}Z`;
    case "diamond":
      return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
    case "cross":
      return (
        `M${at(-0.35, -1.1)}L${at(0.35, -1.1)}L${at(0.35, -0.35)}L${at(1.1, -0.35)}L${at(1.1, 0.35)}L${at(0.35, 0.35)}` +
        `L${at(0.35, 1.1)}L${at(-0.35, 1.1)}L${at(-0.35, 0.35)}L${at(-1.1, 0.35)}L${at(-1.1, -0.35)}L${at(-0.35, -0.35)}Z`
      );
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
