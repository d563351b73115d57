"use client";
import { encodeGroups } from "@/components/charts/encoding";
import { traceFigures } from "@/components/charts/trace/prepare";
import { TraceFigure } from "@/components/charts/trace/trace";
import { recordingGroups } from "@/components/experiments/compare-href";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import type { ComparisonView } from "@/contracts/comparison";
import type { DatasetDetail } from "@/contracts/dataset";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

/** The mean over subjects, by the same path as in a comparison: the two can never differ. */
export function MeanTrace({ lab, detail }: { lab: string; detail: DatasetDetail }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.comparisons.view.queryOptions({
      lab,
      groups: recordingGroups(detail.latest.id, detail.latest.groups),
      block: 100,
      trials: { from: 1, to: 800 },
    }),
  );
  return (
    <section aria-labelledby="traces">
      <h2 id="traces" className="mb-2 font-semibold">
        Mean trace
      </h2>
      <QueryState query={query} what="the mean trace">
        {(view) => <Traces view={view} />}
      </QueryState>
    </section>
  );
}

function Traces({ view }: { view: ComparisonView }) {
  const look = useMemo(
    () => ({
      groups: view.groups,
      encodings: encodeGroups(view.groups),
      hidden: new Set<string>(),
      band: "sem" as const,
      individuals: true,
      zoom: null,
    }),
    [view.groups],
  );
  const figures = traceFigures(view.panels.filter(({ kind }) => kind === "trace"));
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      {figures.map((panels) => (
        <TraceFigure key={panels[0].key} panels={panels} look={look} headingLevel={3} />
      ))}
    </div>
  );
}
