"use client";
import { RunSeries } from "@/components/charts/run-series/run-series";
import type { DopamineRole } from "@/engine/declaration";
import { useMemo } from "react";

/** Averages enough trials per point that about forty points are drawn. */
export function RunCurve({
  name,
  title,
  unit,
  definition,
  values,
  trials,
  zeroLine,
  role,
}: {
  name: string;
  title: string;
  unit: string;
  definition: string;
  values: readonly (number | null)[];
  trials: readonly number[] | undefined;
  zeroLine: boolean;
  role: DopamineRole | null;
}) {
  const series = useMemo(() => [{ label: title, values }], [title, values]);
  const block = trials ? 1 : Math.max(1, Math.round(values.length / 40));
  return (
    <RunSeries
      name={name}
      title={title}
      unit={unit}
      definition={definition}
      series={series}
      trials={trials}
      block={block}
      zeroLine={zeroLine}
      role={role}
      headingLevel={3}
    />
  );
}
