"use client";
import type { ComparisonPanel } from "@/contracts/comparison";
import { useMemo } from "react";
import type { FacetBy } from "../lines/facets";
import { LineFigureView, type LineFigureViewProps } from "../lines/line-figure-view";
import type { LookOptions } from "../lines/prepare-lines";
import { prepareLearningCurve } from "./prepare";

/** `look` must keep its identity while it means the same: the figure is prepared again when it changes. */
export function LearningCurve({
  panel,
  look,
  ...rest
}: { panel: ComparisonPanel; look: LookOptions & { facetBy: FacetBy } } & Omit<
  LineFigureViewProps,
  "figure" | "band"
>) {
  const figure = useMemo(() => prepareLearningCurve(panel, look), [panel, look]);
  return <LineFigureView figure={figure} band={look.band} zoomed={look.zoom !== null} {...rest} />;
}
