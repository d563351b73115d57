"use client";
import { encodeGroups } from "@/components/charts/encoding";
import { LearningCurve } from "@/components/charts/learning-curve/learning-curve";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import type { ComparisonView } from "@/contracts/comparison";
import type { ExperimentDetail } from "@/contracts/experiment";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { groupsOf, windowOf } from "./compare-href";

const shown = ["prepLick", "latency"];

/** Two learning curves that grow with the runs: enough to see whether it is worth waiting, no more. */
export function GrowingCurves({ lab, detail }: { lab: string; detail: ExperimentDetail }) {
  const trpc = useTRPC();
  const groups = useMemo(() => groupsOf(detail), [detail]);
  const any = detail.counts.done > 0 && groups.length > 0;
  const query = useQuery(
    trpc.comparisons.view.queryOptions(any ? { lab, groups, ...windowOf(detail) } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section aria-labelledby="curves" className="flex flex-col gap-2">
      <h2 id="curves" className="font-semibold">
        Learning curves
      </h2>
      {any ? (
        <QueryState query={query} what="the learning curves">
          {(view) => <Curves view={view} />}
        </QueryState>
      ) : (
        <p className="text-muted">
          {detail.counts.queued + detail.counts.running > 0
            ? "They appear when the first run is done, and grow with each one after."
            : "No run is done, so there is nothing to draw."}
        </p>
      )}
    </section>
  );
}

function Curves({ view }: { view: ComparisonView }) {
  const look = useMemo(
    () => ({
      groups: view.groups,
      encodings: encodeGroups(view.groups),
      hidden: new Set<string>(),
      band: "sem" as const,
      individuals: true,
      zoom: null,
      facetBy: "arm" as const,
    }),
    [view.groups],
  );
  return (
    <div className="grid gap-8 2xl:grid-cols-2">
      {view.panels
        .filter(({ kind, measure }) => kind === "curve" && shown.includes(measure))
        .map((panel) => (
          <LearningCurve key={panel.key} panel={panel} look={look} headingLevel={3} />
        ))}
    </div>
  );
}
