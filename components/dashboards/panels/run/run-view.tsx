"use client";
import { DopamineHeatMap } from "@/components/charts/dopamine-heat-map/dopamine-heat-map";
import { LickRaster } from "@/components/charts/lick-raster/lick-raster";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { eventsOf } from "@/components/runs/events-of";
import { EmptyState } from "@/components/ui/empty-state";
import type { DataOf } from "@/contracts/dashboard-panel";
import Link from "next/link";
import { useMemo } from "react";
import type { PanelViewProps } from "../definition";
import { PanelHead } from "../panel-head";
import { curveOfRun, heatMapTitle, type RecordedCurve } from "./curve-of-run";

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
        <Recorded panel={panel.id} data={data} recorded={data.recorded} window={bound.window} />
      ) : (
        <EmptyState title={data.reason ?? "There is nothing to show."} />
      )}
    </>
  );
}

type Recorded = NonNullable<DataOf<"run">["recorded"]>;

/** Two panels may show the same of two runs: what is said of one is not said of the other. */
function Recorded({
  panel,
  data,
  recorded,
  window,
}: {
  panel: string;
  data: DataOf<"run">;
  recorded: Recorded;
  window: { from: number; to: number } | null;
}) {
  if (recorded.as === "raster")
    return (
      <LickRaster
        name={`${panel} licks`}
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
        name={`${panel} ${trace.signal} ${trace.type}`}
        trace={trace}
        probeTrials={probeTrials}
        events={eventsOf(trace.type, data.events)}
        title={heatMapTitle(signalTitle, trace.type)}
      />
    );
  }
  return <Curve panel={panel} recorded={recorded} role={data.run.dopamineRole} window={window} />;
}

function Curve({
  panel,
  recorded,
  role,
  window,
}: {
  panel: string;
  recorded: RecordedCurve;
  role: string | null;
  window: { from: number; to: number } | null;
}) {
  const figure = useMemo(() => {
    const prepared = curveOfRun(recorded, role, window);
    return { ...prepared, key: `${panel} ${prepared.key}` };
  }, [panel, recorded, role, window]);
  return <LineFigureView figure={figure} band="sem" headingLevel={3} />;
}
