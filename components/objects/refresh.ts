"use client";
import { useTRPC } from "@/components/providers/trpc";
import type { LabelledRef } from "@/contracts/object";
import type { QueryKey } from "@tanstack/react-query";

/** What an object's name and tags stand in. */
export function useRefreshOf(kind: LabelledRef["kind"]): readonly QueryKey[] {
  const trpc = useTRPC();
  const nouns = {
    model: trpc.models,
    experiment: trpc.experiments,
    dataset: trpc.datasets,
    comparison: trpc.comparisons,
    dashboard: trpc.dashboards,
  } as const;
  return [nouns[kind].pathKey(), trpc.search.pathKey(), trpc.objects.pathKey()];
}
