"use client";
import { DopamineHeatMap } from "@/components/charts/dopamine-heat-map/dopamine-heat-map";
import { LickRaster } from "@/components/charts/lick-raster/lick-raster";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { prepareRunSeries } from "@/components/charts/run-series/prepare";
import { eventsOf, unitWords } from "@/components/runs/events-of";
import { EmptyState } from "@/components/ui/empty-state";
import type { DataOf } from "@/contracts/dashboard-panel";
import type { DopamineRole } from "@/engine/declaration";
import Link from "next/link";
import { useMemo } from "react";
import type { PanelViewProps } from "../definition";
import { PanelHead } from "../panel-head";

const typeWords = { cued: "cued", uncued: "uncued", omission: "omitted" } as const;

export function RunView({ lab, panel, bound, data }: PanelViewProps<"run">) {
  const { id, model, arm, subject, repetition, seed } = data.run;
  const place = `${model}, ${arm}, ${subject}, repetition ${repetition}`;
  return (
    <>
      <PanelHead lab={lab} title={panel.title || "One run"}>
        <p className="text-sm text-muted">
          <Link href={`/lab/${lab}/runs/${id}`} className="underline-offset-2 hover:underline">
            {place}
          </Link>
          , seed {seed}
        </p>
      </PanelHead>
      {data.recorded ? (
        <Recorded data={data} recorded={data.recorded} window={bound.window} />
      ) : (
        <EmptyState title={data.reason ?? "There is nothing to show."} />
      )}
    </>
  );
}

type Recorded = NonNullable<DataOf<"run">["recorded"]>;

function Recorded({
  data,
  recorded,
  window,
}: {
  data: DataOf<"run">;
  recorded: Recorded;
  window: { from: number; to: number } | null;
}) {
  if (recorded.as === "raster")
    return (
      <LickRaster
        licks={recorded.licks}
        stimulated={recorded.stimulated}
        trialMs={recorded.trialMs}
        events={data.events}
      />
    );
  if (recorded.as === "heat-map") {
    const { trace, probeTrials, signalTitle } = recorded;
    return (
      <DopamineHeatMap
        trace={trace}
        probeTrials={probeTrials}
        events={eventsOf(trace.type, data.events)}
        title={`${signalTitle}, ${typeWords[trace.type as keyof typeof typeWords] ?? trace.type} probes`}
      />
    );
  }
  return <Curve recorded={recorded} role={data.run.dopamineRole} window={window} />;
}

/** About forty points, whatever the length of training. */
const points = 40;

function Curve({
  recorded,
  role,
  window,
}: {
  recorded: Extract<Recorded, { as: "curve" }>;
  role: string | null;
  window: { from: number; to: number } | null;
}) {
  const figure = useMemo(() => {
    const { measure, title, unit, window: definition, zeroLine, values, trials } = recorded;
    return prepareRunSeries({
      ...{
        name: measure,
        title,
        unit: unitWords(unit),
        definition,
        zeroLine,
        role: role as DopamineRole | null,
      },
      series: [{ label: title, values }],
      trials: trials ?? undefined,
      block: trials ? 1 : Math.max(1, Math.round(values.length / points)),
      zoom: window && { from: window.from - 1, to: window.to },
    });
  }, [recorded, role, window]);
  return <LineFigureView figure={figure} band="sem" headingLevel={3} />;
}
