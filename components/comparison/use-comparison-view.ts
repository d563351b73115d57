"use client";
import { useTRPC } from "@/components/providers/trpc";
import type { GroupView } from "@/contracts/comparison";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { refKey } from "./edits";
import type { PageState } from "./state";

/** What the server is asked: the order of groups is only shown, so it is no other question. */
export function viewInput(lab: string, { groups, block, trials }: PageState) {
  return { lab, groups: groups.toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1)), block, trials };
}

/** The numbers of the page; the last ones stay while others are on their way. */
export function useComparisonView(lab: string, state: PageState) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.comparisons.view.queryOptions(state.groups.length > 0 ? viewInput(lab, state) : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  // an answer to an older question has no word on groups that were added since
  const view = state.groups.length > 0 ? query.data : undefined;
  const groups = useMemo(() => {
    const known = new Map(view?.groups.map((group) => [refKey(group.ref), group]));
    return state.groups.map((ref): GroupView | null => known.get(refKey(ref)) ?? null);
  }, [view, state.groups]);
  return { query, view, groups };
}
