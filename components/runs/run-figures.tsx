"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useRole, useTheory } from "@/components/theories/theories-provider";
import type { RunDetail, RunFigures } from "@/contracts/run";
import { measureNamed } from "@/engine/measures/registry";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { unitWords } from "./events-of";
import { RunCurve } from "./run-curve";
import { RunMaps } from "./run-maps";
import { RunTraces } from "./run-traces";

/** Everything that one run recorded, in the order in which a reader asks: what it did, when, and why. */
export function RunFiguresView({ lab, detail }: { lab: string; detail: RunDetail }) {
  const trpc = useTRPC();
  const figures = useQuery(trpc.runs.figures.queryOptions({ lab, run: detail.id }, { staleTime: Infinity }));
  const paradigm = detail.paradigm.spec;
  const events = useMemo(
    () => [
      { at: paradigm.cue.onset, label: "cue" },
      { at: paradigm.reward.time, label: "reward" },
    ],
    [paradigm],
  );
  return (
    <QueryState query={figures} what="the figures of this run">
      {(recorded) => {
        const { training, probes, probeTrials } = recorded;
        const [measured, internal] = split(training);
        return (
          <>
            <Curves id="curves" title="Learning curves" detail={detail} series={measured} />
            <RunMaps detail={detail} recorded={recorded} trialMs={paradigm.trialMs} events={events} />
            <RunTraces detail={detail} recorded={recorded} events={events} />
            <Curves id="internal" title="Internal variables" detail={detail} series={internal} />
            <Curves
              id="probes"
              title="Probes"
              detail={detail}
              series={Object.entries(probes)}
              trials={probeTrials}
            />
          </>
        );
      }}
    </QueryState>
  );
}

type Series = [key: string, values: readonly (number | null)[]][];

/** What an animal's behaviour gives, and what only the theory knows. */
function split(training: RunFigures["training"]): [Series, Series] {
  const all = Object.entries(training);
  return [all.filter(([key]) => measureNamed(key)), all.filter(([key]) => !measureNamed(key))];
}

function Curves({
  id,
  title,
  detail,
  series,
  trials,
}: {
  id: string;
  title: string;
  detail: RunDetail;
  series: Series;
  /** Of probe blocks; training trials count themselves. */
  trials?: readonly number[];
}) {
  const theory = useTheory(detail.model.theory);
  const role = useRole(detail.model.theory, detail.model.role)?.dopamineRole ?? null;
  if (series.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
        {series.map(([key, values]) => {
          const measure = measureNamed(key);
          const signal = theory?.signals.find((one) => one.key === key);
          const unitOf = (of: string) => theory?.signals.find((one) => one.key === of)?.unit ?? "";
          return (
            <RunCurve
              key={key}
              name={key}
              title={measure?.title ?? signal?.title ?? key}
              unit={unitWords(measure?.unit ?? unitOf(measure?.reads ?? key))}
              definition={measure?.window(detail.paradigm.spec) ?? signal?.meaning ?? ""}
              values={values}
              trials={trials}
              zeroLine={measure?.zeroLine ?? false}
              role={role}
            />
          );
        })}
      </div>
    </section>
  );
}
