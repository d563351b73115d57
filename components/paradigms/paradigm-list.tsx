"use client";
import { authorColumn, nameColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { ViewsMenu } from "@/components/list/views/views-menu";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paradigmList, type ParadigmSummary } from "@/contracts/paradigm";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

const seconds = (ms: number) => `${Number((ms / 1000).toFixed(3))} s`;

export function ParadigmList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(paradigmList);
  const query = useInfiniteQuery(
    trpc.paradigms.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ObjectList
      noun="paradigms"
      columns={useColumns(lab)}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      views={<ViewsMenu lab={lab} list="paradigms" noun="paradigms" controls={controls} mayShare={mayEdit} />}
      empty={
        <EmptyState
          title="No paradigms yet"
          action={mayEdit && <ButtonLink href={`/lab/${lab}/paradigms/new`}>New paradigm</ButtonLink>}
        >
          A paradigm is a task: cues, rewards, timing, and its arms. Start from one that comes with Phasic.
        </EmptyState>
      }
    />
  );
}

function useColumns(lab: string): readonly ListColumn<ParadigmSummary>[] {
  return useMemo(
    () => [
      nameColumn(({ id }) => `/lab/${lab}/paradigms/${id}`, false),
      { key: "version", title: "Version", cell: ({ latest }) => `v${latest.number}` },
      {
        key: "cue",
        title: "Cue",
        align: "right",
        cell: ({ latest: { spec } }) => seconds(spec.cue.offset - spec.cue.onset),
      },
      {
        key: "trace",
        title: "Trace",
        align: "right",
        cell: ({ latest: { spec } }) => seconds(spec.reward.time - spec.cue.offset),
      },
      { key: "trials", title: "Trials", align: "right", cell: ({ latest }) => latest.spec.trials },
      {
        key: "arms",
        title: "Arms",
        className: "min-w-48 whitespace-normal",
        cell: ({ latest }) => latest.spec.arms.map(({ title }) => title).join(", "),
      },
      authorColumn(({ author }) => author),
      whenColumn("Changed", "changed", ({ latest }) => latest.createdAt),
    ],
    [lab],
  );
}
