"use client";
import type { ComparisonPanel } from "@/contracts/comparison";
import { useMemo } from "react";
import { LineFigureView, type LineFigureViewProps } from "../lines/line-figure-view";
import type { LookOptions } from "../lines/prepare-lines";
import { prepareTrace } from "./prepare";

/** `panels`: the facets of one figure, as `traceFigures` groups them. */
export function TraceFigure({
  panels,
  look,
  ...rest
}: { panels: readonly ComparisonPanel[]; look: LookOptions } & Omit<LineFigureViewProps, "figure" | "band">) {
  const figure = useMemo(() => prepareTrace(panels, look), [panels, look]);
  return <LineFigureView figure={figure} band={look.band} zoomed={look.zoom !== null} {...rest} />;
}
