"use client";
import { useMemo, useState } from "react";
import { LineFigureView } from "../lines/line-figure-view";
import { prepareRunSeries, type RunSeriesInput } from "./prepare";

/** A measure or an internal variable of one run over its trials. */
export function RunSeries({
  headingLevel,
  ...input
}: Omit<RunSeriesInput, "zoom"> & { headingLevel?: 2 | 3 }) {
  const [zoom, setZoom] = useState<RunSeriesInput["zoom"]>(null);
  const { name, title, unit, definition, series, trials, block, zeroLine, role } = input;
  const figure = useMemo(
    () => prepareRunSeries({ name, title, unit, definition, series, trials, block, zeroLine, role, zoom }),
    [name, title, unit, definition, series, trials, block, zeroLine, role, zoom],
  );
  return (
    <LineFigureView
      figure={figure}
      band="sem"
      zoomed={zoom !== null}
      onZoom={(_, range) => setZoom(range)}
      headingLevel={headingLevel}
    />
  );
}
