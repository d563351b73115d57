"use client";
import { useTRPC } from "@/components/providers/trpc";
import { type ComparisonView, type GroupView, queryOf } from "@/contracts/comparison";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { refKey } from "./edits";
import type { PageState } from "./state";

/** What the server is asked: the order of groups is only shown, so it is no other question. */
export function viewInput(lab: string, state: PageState) {
  const groups = state.groups.toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1));
  return { lab, ...queryOf({ ...state, groups }) };
}

/** The numbers of the page; the last ones stay while others are on their way. */
export function useComparisonView(lab: string, state: PageState) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.comparisons.view.queryOptions(state.groups.length > 0 ? viewInput(lab, state) : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  return { query, view: state.groups.length > 0 ? query.data : undefined };
}

/** The groups of a state in its order; null where the answer is still to an older question. */
export function useGroups({ groups }: PageState, view: ComparisonView | undefined) {
  return useMemo(() => {
    const known = new Map(view?.groups.map((group) => [refKey(group.ref), group]));
    return groups.map((ref): GroupView | null => known.get(refKey(ref)) ?? null);
  }, [view, groups]);
}
