"use client";
import { authorColumn, nameColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { ViewsMenu } from "@/components/list/views/views-menu";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { datasetList, type DatasetSummary } from "@/contracts/dataset";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ImportBadge } from "./import-badge";

export function DatasetList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(datasetList);
  const query = useInfiniteQuery(
    trpc.datasets.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ObjectList
      noun="datasets"
      columns={useColumns(lab)}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      views={<ViewsMenu lab={lab} list="datasets" noun="datasets" controls={controls} mayShare={mayEdit} />}
      empty={
        <EmptyState
          title="No datasets yet"
          action={mayEdit && <ButtonLink href={`/lab/${lab}/datasets/new`}>Upload a recording</ButtonLink>}
        >
          A dataset is a real recording: subjects, sessions, trials and signals. It can stand beside
          simulations in a comparison.
        </EmptyState>
      }
    />
  );
}

function useColumns(lab: string): readonly ListColumn<DatasetSummary>[] {
  return useMemo(
    () => [
      nameColumn(({ id }) => `/lab/${lab}/datasets/${id}`),
      { key: "version", title: "Version", cell: ({ latest }) => `v${latest.number}` },
      {
        key: "status",
        title: "Status",
        filter: "status",
        cell: ({ latest }) => (
          <span className="flex gap-1">
            <ImportBadge status={latest.status} />
            {latest.simulated && <Badge>simulated</Badge>}
          </span>
        ),
      },
      {
        key: "signals",
        title: "Signals",
        className: "min-w-32 whitespace-normal",
        cell: ({ latest }) =>
          latest.signals.map(({ name, region }) => [name, region].filter(Boolean).join(", ")).join("; "),
      },
      {
        key: "alignment",
        title: "Aligned to",
        cell: ({ latest }) => [...new Set(latest.signals.map(({ alignment }) => alignment))].join(", "),
      },
      { key: "subjects", title: "Subjects", align: "right", cell: ({ latest }) => latest.subjects },
      { key: "trials", title: "Trials", align: "right", cell: ({ latest }) => latest.trials },
      {
        key: "licence",
        title: "Licence",
        sort: "licence",
        filter: "licence",
        cell: ({ latest }) => latest.licence,
      },
      authorColumn(({ latest }) => latest.author),
      whenColumn("Changed", "changed", ({ latest }) => latest.createdAt),
    ],
    [lab],
  );
}
