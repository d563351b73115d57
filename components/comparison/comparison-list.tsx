"use client";
import { authorColumn, nameColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { ViewsMenu } from "@/components/list/views/views-menu";
import { useTRPC } from "@/components/providers/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { comparisonList, type ComparisonSummary } from "@/contracts/comparison";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

export function ComparisonList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(comparisonList);
  const query = useInfiniteQuery(
    trpc.comparisons.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ObjectList
      noun="comparisons"
      columns={useColumns(lab)}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      views={
        <ViewsMenu lab={lab} list="comparisons" noun="comparisons" controls={controls} mayShare={mayEdit} />
      }
      empty={
        <EmptyState title="No comparison is saved yet">
          Open an experiment and choose Compare, or start with New comparison; save what you want to find
          again.
        </EmptyState>
      }
    />
  );
}

function useColumns(lab: string): readonly ListColumn<ComparisonSummary>[] {
  return useMemo(
    () => [
      nameColumn(({ id }) => `/lab/${lab}/compare/${id}`),
      {
        key: "groups",
        title: "Groups",
        sort: "groups",
        align: "right",
        cell: ({ state }) => state.groups.length,
      },
      {
        key: "notes",
        title: "Notes",
        className: "min-w-64 max-w-xl whitespace-normal",
        cell: ({ notes }) => <span className="line-clamp-2 text-sm text-muted">{notes}</span>,
      },
      authorColumn(({ author }) => author),
      whenColumn("Changed", "changed", ({ updatedAt }) => updatedAt),
    ],
    [lab],
  );
}
