"use client";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { plannedFigures, prepareFigure } from "@/components/comparison/figures";
import { EmptyState } from "@/components/ui/empty-state";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import type { DataOf } from "@/contracts/dashboard-panel";
import { useCallback, useMemo, useState } from "react";
import { useReadable } from "../reading";
import { PanelHead } from "./panel-head";
import { useGroupLook } from "./use-look";

type Zoom = Readonly<Record<string, { from: number; to: number }>>;
const noZoom: Zoom = {};

/** The figures of a chart or of mean traces: one per task or alignment. */
export function LinePanel({
  lab,
  panel,
  data,
  bound,
  missing,
}: {
  lab: string;
  panel: { id: string; title: string };
  data: DataOf<"chart"> | DataOf<"traces">;
  bound: BoundPanel;
  /** Says what no group has. */
  missing: string;
}) {
  const { content, window } = bound;
  const own = content.kind === "chart" || content.kind === "traces" ? content.look : {};
  const groupLook = useGroupLook(data, bound);
  const band = own.band ?? data.look.band;
  const individuals = own.individuals ?? data.look.individuals;
  const facetBy = (content.kind === "chart" ? content.look.facet : undefined) ?? data.look.facet ?? "arm";
  const look = useMemo(
    () => ({ ...groupLook, band, individuals, zoom: null, facetBy }),
    [groupLook, band, individuals, facetBy],
  );
  const [zoomed, setZoomed] = useState<Zoom>(noZoom);
  const planned = useMemo(() => plannedFigures(data.panels), [data.panels]);
  const figures = useMemo(
    () =>
      planned.map((one) => {
        const { key } = one.panels[0].axis;
        const whole =
          window && one.kind !== "trace" ? { [key]: { from: window.from - 1, to: window.to } } : noZoom;
        const prepared = prepareFigure(one, look, { ...whole, ...zoomed });
        // two panels may show the same: what is said of one is not said of the other
        return { ...prepared, figure: { ...prepared.figure, key: `${panel.id} ${prepared.figure.key}` } };
      }),
    [planned, look, zoomed, window, panel.id],
  );
  useReadable(panel.id, figures);
  const onZoom = useCallback(
    (axis: string, range: { from: number; to: number } | null) =>
      setZoomed(({ [axis]: _, ...others }) => (range ? { ...others, [axis]: range } : others)),
    [],
  );
  return (
    <>
      <PanelHead lab={lab} title={panel.title} comparison={data.comparison} />
      {figures.length === 0 && <EmptyState title={missing} />}
      {figures.map(({ figure, band: drawnBand }) => (
        <LineFigureView
          key={figure.key}
          figure={figure}
          band={drawnBand}
          zoomed={zoomed[figure.xAxis.key] !== undefined}
          onZoom={onZoom}
          headingLevel={panel.title ? 3 : 2}
        />
      ))}
    </>
  );
}
