"use client";
import { roleInks } from "@/components/charts/encoding";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { useRole, useTheory } from "@/components/theories/theories-provider";
import type { RunDetail, RunFigures } from "@/contracts/run";
import { useMemo } from "react";
import type { TrialEvent } from "./events-of";
import { prepareRunTraces } from "./prepare-traces";
import { signalTitle } from "./signal-title";

/** Each recorded signal: trial types as rows, periods of training as columns, one y axis. */
export function RunTraces({
  detail,
  recorded,
  events,
}: {
  detail: RunDetail;
  recorded: RunFigures;
  events: readonly TrialEvent[];
}) {
  const theory = useTheory(detail.model.theory);
  const role = useRole(detail.model.theory, detail.model.role)?.dopamineRole ?? "none";
  const figures = useMemo(() => {
    const signals = [...new Set(recorded.traces.map(({ signal }) => signal))];
    return signals.map((signal) =>
      prepareRunTraces(
        recorded.traces.filter((trace) => trace.signal === signal),
        {
          title: signalTitle(theory, signal),
          probeTrials: recorded.probeTrials,
          encoding: { kind: "simulation", ink: roleInks[role][0], marker: "circle", dash: null },
          events,
        },
      ),
    );
  }, [recorded, theory, role, events]);
  return (
    <section aria-labelledby="traces">
      <h2 id="traces" className="mb-2 font-semibold">
        Mean traces
      </h2>
      <div className="grid gap-x-8 gap-y-6 2xl:grid-cols-2">
        {figures.map((figure) => (
          <LineFigureView key={figure.key} figure={figure} band="sem" headingLevel={3} />
        ))}
      </div>
    </section>
  );
}
