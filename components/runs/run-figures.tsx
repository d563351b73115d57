"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useRole, useTheory } from "@/components/theories/theories-provider";
import type { RunDetail, RunFigures } from "@/contracts/run";
import { measureNamed } from "@/engine/measures/registry";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RunCurve } from "./run-curve";
import { RunMaps } from "./run-maps";
import { RunTraces } from "./run-traces";

/** Everything that one run recorded, in the order in which a reader asks: what it did, when, and why. */
export function RunFiguresView({ lab, detail }: { lab: string; detail: RunDetail }) {
  const trpc = useTRPC();
  const figures = useQuery(trpc.runs.figures.queryOptions({ lab, run: detail.id }, { staleTime: Infinity }));
  const paradigms = useQuery(trpc.paradigms.list.queryOptions({ lab }));
  const paradigm = paradigms.data?.find(({ latest }) => latest.id === detail.paradigm.versionId)?.latest.spec;
  const events = paradigm
    ? [
        { at: paradigm.cue.onset, label: "cue" },
        { at: paradigm.reward.time, label: "reward" },
      ]
    : [];
  return (
    <QueryState query={figures} what="the figures of this run">
      {(recorded) => (
        <>
          <Curves detail={detail} recorded={recorded} />
          <RunMaps detail={detail} recorded={recorded} trialMs={paradigm?.trialMs ?? null} events={events} />
          <RunTraces detail={detail} recorded={recorded} events={events} />
        </>
      )}
    </QueryState>
  );
}

function Curves({ detail, recorded }: { detail: RunDetail; recorded: RunFigures }) {
  const theory = useTheory(detail.model.theory);
  const role = useRole(detail.model.theory, detail.model.role)?.dopamineRole ?? null;
  const signals = Object.keys(recorded.training).filter((key) => !measureNamed(key));
  const curve = (key: string, values: readonly (number | null)[], probes: boolean) => {
    const said = measureNamed(key) ?? theory?.signals.find((signal) => signal.key === key);
    return (
      <RunCurve
        key={key}
        name={key}
        title={said?.title ?? key}
        unit={said?.unit ?? ""}
        definition={said && "window" in said ? said.window : (said?.meaning ?? "")}
        values={values}
        trials={probes ? recorded.probeTrials : undefined}
        zeroLine={said && "zeroLine" in said ? said.zeroLine : false}
        role={role}
      />
    );
  };
  const measured = Object.entries(recorded.training).filter(([key]) => measureNamed(key));
  return (
    <>
      <Figures id="curves" title="Learning curves, training trials">
        {measured.map(([key, values]) => curve(key, values, false))}
      </Figures>
      <Figures id="probes" title="Learning curves, probes">
        {Object.entries(recorded.probes).map(([key, values]) => curve(key, values, true))}
      </Figures>
      {signals.length > 0 && (
        <Figures id="internal" title="Internal variables">
          {signals.map((key) => curve(key, recorded.training[key], false))}
        </Figures>
      )}
    </>
  );
}

function Figures({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2 2xl:grid-cols-3">{children}</div>
    </section>
  );
}
