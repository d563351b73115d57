"use client";
import { FilterBar } from "@/components/list/filter-bar";
import { matches } from "@/components/list/matches";
import { QueryState } from "@/components/list/query-state";
import { useUrlText } from "@/components/list/use-url-text";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Th } from "@/components/ui/table";
import { useQuery } from "@tanstack/react-query";
import { ExperimentRow } from "./experiment-row";

export function ExperimentList({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.experiments.list.queryOptions({ lab }));
  const [typed, setTyped] = useUrlText("q");
  return (
    <QueryState query={query} what="the experiments of this lab">
      {(experiments) => {
        const shown = experiments.filter((one) =>
          matches(typed, [
            one.name,
            one.author,
            one.paradigm,
            ...one.tags,
            ...one.models.map(({ name }) => name),
          ]),
        );
        if (experiments.length === 0)
          return (
            <EmptyState
              title="No experiments yet"
              action={<ButtonLink href={`/lab/${lab}/experiments/new`}>New experiment</ButtonLink>}
            >
              An experiment is models x arms x subjects x repetitions: a grid of runs that fills while you
              watch.
            </EmptyState>
          );
        return (
          <>
            <FilterBar
              value={typed}
              onChange={setTyped}
              label="Filter experiments"
              shown={shown.length}
              of={experiments.length}
            />
            <Table label="Experiments" className="max-h-[calc(100dvh-11rem)]">
              <ExperimentHead />
              <tbody>
                {shown.map((one) => (
                  <ExperimentRow key={one.id} lab={lab} experiment={one} />
                ))}
              </tbody>
            </Table>
          </>
        );
      }}
    </QueryState>
  );
}

export function ExperimentHead() {
  return (
    <thead>
      <tr>
        <Th>Name</Th>
        <Th>Runs</Th>
        <Th>Preparatory licks</Th>
        <Th>Models</Th>
        <Th>Arms</Th>
        <Th className="text-right">Subjects</Th>
        <Th className="text-right">Repetitions</Th>
        <Th>Author</Th>
        <Th>Launched</Th>
      </tr>
    </thead>
  );
}
