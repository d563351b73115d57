"use client";
import { useHover } from "@/components/charts/hover/use-hover";
import { sayTrial } from "@/components/charts/learning-curve/prepare";
import { nearestIndex } from "@/components/charts/lines/line-figure";
import { formatNumber } from "@/components/charts/number-format";
import { Td, Th } from "@/components/ui/table";
import type { ComparisonPanel } from "@/contracts/comparison";

/** The panel of these that the reader looks along, and the point on it. */
function useHoveredPoint(panels: readonly ComparisonPanel[], group?: string) {
  const hover = useHover();
  const panel = panels.find(
    ({ axis, series }) =>
      axis.key === hover?.axis && (group === undefined || series.some((one) => one.group === group)),
  );
  if (!hover || !panel) return null;
  const index = nearestIndex(panel.x, hover.x);
  return index < 0 ? null : { panel, index };
}

export function HoverHead({ panels }: { panels: readonly ComparisonPanel[] }) {
  const point = useHoveredPoint(panels);
  return (
    <Th className="w-24 min-w-24 text-right align-bottom !whitespace-normal">
      {point ? `Mean at ${sayTrial(point.panel)(point.panel.x[point.index])}` : "Mean where you point"}
    </Th>
  );
}

export function HoverCell({ group, panels }: { group: string; panels: readonly ComparisonPanel[] }) {
  const point = useHoveredPoint(panels, group);
  const series = point?.panel.series.find((one) => one.group === group);
  return (
    <Td className="text-right whitespace-nowrap">
      {point && series ? formatNumber(series.mean[point.index]) : ""}
    </Td>
  );
}
