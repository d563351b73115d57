import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";

/** Where values of a chart are drawn, in pixels; null until the chart knows its size. */
export function usePixels(x: readonly number[]) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  if (!scaleX || !scaleY || !plot) return null;
  return { px: x.map((value) => scaleX(value) ?? NaN), scaleY, plot };
}
