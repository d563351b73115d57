"use client";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { ViewsMenu } from "@/components/list/views/views-menu";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { experimentList } from "@/contracts/experiment";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { CompareThese } from "./compare-these";
import { useExperimentColumns } from "./experiment-columns";

export function ExperimentList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(experimentList);
  const query = useInfiniteQuery(
    trpc.experiments.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ObjectList
      noun="experiments"
      columns={useExperimentColumns(lab)}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      views={
        <ViewsMenu lab={lab} list="experiments" noun="experiments" controls={controls} mayShare={mayEdit} />
      }
      empty={
        <EmptyState
          title="No experiments yet"
          action={mayEdit && <ButtonLink href={`/lab/${lab}/experiments/new`}>New experiment</ButtonLink>}
        >
          An experiment is models x arms x subjects x repetitions: a grid of runs that fills while you watch.
        </EmptyState>
      }
      choosing={{
        purpose: "to compare",
        actions: (chosen) => <CompareThese lab={lab} experiments={chosen} />,
      }}
    />
  );
}
