"use client";
import { useLayoutEffect, useRef } from "react";
import type { Box } from "../lines/layout";
import { useThemeTick } from "./use-theme-tick";

/**
 * A picture painted on a canvas and placed in the SVG, so that page and export hold the same. `paint` gets the ink of the
 * place where the figure stands: the page's theme, or white paper.
 */
export function PaintedImage({
  plot,
  size,
  paint,
  crisp,
}: {
  plot: Box;
  size: { width: number; height: number };
  /** Must keep its identity while it paints the same. */
  paint: (context: CanvasRenderingContext2D, ink: string) => void;
  /** One cell per pixel, stretched without smoothing. */
  crisp: boolean;
}) {
  const ref = useRef<SVGImageElement>(null);
  const tick = useThemeTick();
  const { width, height } = size;
  useLayoutEffect(() => {
    const image = ref.current;
    if (!image) return;
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) return;
    paint(context, getComputedStyle(image).fill);
    image.setAttribute("href", canvas.toDataURL("image/png"));
  }, [paint, width, height, tick]);
  return (
    <image
      ref={ref}
      x={plot.x}
      y={plot.y}
      width={plot.width}
      height={plot.height}
      preserveAspectRatio="none"
      fill="var(--ink)"
      style={{ imageRendering: crisp ? "pixelated" : "auto" }}
    />
  );
}
