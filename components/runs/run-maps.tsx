"use client";
import { DopamineHeatMap } from "@/components/charts/dopamine-heat-map/dopamine-heat-map";
import { LickRaster } from "@/components/charts/lick-raster/lick-raster";
import { useTheory } from "@/components/theories/theories-provider";
import type { RunDetail, RunFigures } from "@/contracts/run";
import { eventsOf, type TrialEvent } from "./events-of";
import { signalTitle } from "./signal-title";

const words: Record<string, string> = { cued: "cued", uncued: "uncued", omission: "omitted" };

/** Trials from top to bottom: licks, and each recorded signal by trial type. */
export function RunMaps({
  detail,
  recorded,
  trialMs,
  events,
}: {
  detail: RunDetail;
  recorded: RunFigures;
  trialMs: number | null;
  events: readonly TrialEvent[];
}) {
  const theory = useTheory(detail.model.theory);
  return (
    <section aria-labelledby="maps">
      <h2 id="maps" className="mb-2 font-semibold">
        Licks and dopamine, trial by trial
      </h2>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        {trialMs !== null && (
          <LickRaster
            licks={recorded.licks}
            stimulated={recorded.stimulated}
            trialMs={trialMs}
            events={events}
          />
        )}
        {recorded.traces
          .filter(({ signal }) => signal === "dopamine")
          .map((trace) => (
            <DopamineHeatMap
              key={trace.signal + trace.type}
              trace={trace}
              probeTrials={recorded.probeTrials}
              events={eventsOf(trace.type, events)}
              title={`${signalTitle(theory, trace.signal)}, ${words[trace.type] ?? trace.type} probes`}
            />
          ))}
      </div>
    </section>
  );
}
