"use client";
import { encodeGroups } from "@/components/charts/encoding";
import { useTRPC } from "@/components/providers/trpc";
import type { ComparisonPanel, ComparisonView, GroupView } from "@/contracts/comparison";
import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isShown, plannedFigures, prepareFigure } from "./figures";
import type { PageState } from "./state";
import { viewInput } from "./use-comparison-view";

const noGroups: readonly GroupView[] = [];

/** From numbers and state to figures that only have to be drawn. */
export function useFigures(
  lab: string,
  state: PageState,
  view: ComparisonView | undefined,
  groups: readonly (GroupView | null)[],
) {
  const known = useMemo(
    () => (groups.length > 0 ? groups.filter((group) => group !== null) : noGroups),
    [groups],
  );
  const encodings = useMemo(() => encodeGroups(known), [known]);
  const look = useMemo(
    () => ({
      groups: known,
      encodings,
      hidden: new Set(state.hidden.flatMap((place) => groups[place]?.key ?? [])),
      band: state.band,
      individuals: state.individuals,
      zoom: null,
      facetBy: state.facet ?? ("arm" as const),
    }),
    [known, encodings, groups, state.hidden, state.band, state.individuals, state.facet],
  );
  // thin lines of simulated traces are many numbers: asked for where a reader wants them
  const [thinTraces, setThinTraces] = useState<ReadonlySet<string>>(new Set());
  const planned = useMemo(() => plannedFigures(view?.panels ?? []), [view]);
  const shown = useMemo(() => planned.filter(({ id }) => isShown(id, state.panels)), [planned, state.panels]);
  const wanted = shown.filter(({ kind, panels }) => kind === "trace" && thinTraces.has(panels[0].axis.key));
  const thin = useThinLines(
    lab,
    state,
    wanted.flatMap(({ panels }) => panels),
  );
  const figures = useMemo(
    () =>
      shown.map((figure) =>
        prepareFigure(
          thin.size > 0 && figure.kind === "trace"
            ? { ...figure, panels: figure.panels.map((panel) => withThin(panel, thin)) }
            : figure,
          look,
          state.zoom ?? {},
        ),
      ),
    [shown, look, state.zoom, thin],
  );
  const toggleThin = (axis: string) =>
    setThinTraces((now) =>
      now.has(axis) ? new Set([...now].filter((one) => one !== axis)) : new Set([...now, axis]),
    );
  return { planned, figures, look, thinTraces, toggleThin };
}

type ThinLines = ReadonlyMap<string, ReadonlyMap<string, ComparisonPanel["series"][number]["individuals"]>>;

function useThinLines(lab: string, state: PageState, panels: readonly ComparisonPanel[]): ThinLines {
  const trpc = useTRPC();
  const answers = useQueries({
    queries: panels.map(({ key }) =>
      trpc.comparisons.traceIndividuals.queryOptions({ ...viewInput(lab, state), panel: key }),
    ),
    combine: (results) => results.map(({ data }) => data),
  });
  // panels are new objects with every answer; their keys are not
  const keys = panels.map(({ key }) => key).join("\n");
  return useMemo(() => {
    const thin = new Map<string, ReadonlyMap<string, ComparisonPanel["series"][number]["individuals"]>>();
    keys.split("\n").forEach((key, index) => {
      const answer = answers[index];
      if (answer) thin.set(key, new Map(answer.map(({ group, individuals }) => [group, individuals])));
    });
    return thin;
  }, [answers, keys]);
}

const withThin = (panel: ComparisonPanel, thin: ThinLines): ComparisonPanel => {
  const own = thin.get(panel.key);
  if (!own) return panel;
  return {
    ...panel,
    series: panel.series.map((series) => ({
      ...series,
      individuals: own.get(series.group) ?? series.individuals,
    })),
  };
};
