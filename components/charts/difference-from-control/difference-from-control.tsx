"use client";
import type { ComparisonPanel } from "@/contracts/comparison";
import { useMemo } from "react";
import type { FacetBy } from "../lines/facets";
import { LineFigureView, type LineFigureViewProps } from "../lines/line-figure-view";
import type { LookOptions } from "../lines/prepare-lines";
import { prepareDifference } from "./prepare";

export function DifferenceFromControl({
  panel,
  look,
  ...rest
}: { panel: ComparisonPanel; look: LookOptions & { facetBy: FacetBy } } & Omit<
  LineFigureViewProps,
  "figure" | "band"
>) {
  const figure = useMemo(() => prepareDifference(panel, look), [panel, look]);
  return <LineFigureView figure={figure} band="ci" zoomed={look.zoom !== null} {...rest} />;
}
