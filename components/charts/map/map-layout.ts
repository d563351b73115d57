/** Plot area and margins of a raster or heat map of a given width, px. */
import type { Box } from "../lines/layout";

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Right of the plot: colour scale, or the strip of stimulated trials. */
  readonly side: Box;
}

export function layoutMap(width: number, sideWidth: number): MapLayout {
  const plotWidth = Math.max(60, width - 54 - sideWidth - 14);
  const plotHeight = Math.round(Math.min(320, Math.max(180, plotWidth * 0.6)));
  const plot = { x: 54, y: 22, width: plotWidth, height: plotHeight };
  return {
    width,
    height: plot.y + plotHeight + 40,
    plot,
    side: { x: plot.x + plotWidth + 14, y: plot.y, width: sideWidth, height: plotHeight },
  };
}
