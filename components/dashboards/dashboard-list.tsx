"use client";
import { authorColumn, nameColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import { dashboardList, type DashboardSummary } from "@/contracts/dashboard";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

export function DashboardList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(dashboardList);
  const query = useInfiniteQuery(
    trpc.dashboards.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ObjectList
      noun="dashboards"
      columns={useColumns(lab)}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      empty={
        <EmptyState
          title="No dashboards yet"
          action={mayEdit && <ButtonLink href={`/lab/${lab}/dashboards/new`}>New dashboard</ButtonLink>}
        >
          A dashboard puts charts, tables, runs, datasets and words side by side, with controls that drive
          several at once. Start from a saved comparison, or from nothing.
        </EmptyState>
      }
    />
  );
}

function useColumns(lab: string): readonly ListColumn<DashboardSummary>[] {
  return useMemo(
    () => [
      nameColumn(({ id }) => `/lab/${lab}/dashboards/${id}`),
      { key: "version", title: "Version", cell: ({ latest }) => `v${latest.number}` },
      {
        ...{ key: "panels", title: "Panels", sort: "panels", align: "right" as const },
        cell: ({ latest }) => latest.panels,
      },
      authorColumn(({ latest }) => latest.author),
      whenColumn("Saved", "changed", ({ latest }) => latest.createdAt),
      {
        ...{ key: "draft", title: "Draft", className: "text-muted" },
        cell: ({ draft }) =>
          draft.differs ? (
            <>
              changed by <Name name={draft.author} />, <When date={draft.changedAt} />
            </>
          ) : (
            "as saved"
          ),
      },
    ],
    [lab],
  );
}
