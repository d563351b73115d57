"use client";
import { FilterBar } from "@/components/list/filter-bar";
import { matches } from "@/components/list/matches";
import { QueryState } from "@/components/list/query-state";
import { useUrlText } from "@/components/list/use-url-text";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ImportBadge } from "./import-badge";

export function DatasetList({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.datasets.list.queryOptions({ lab }));
  const [typed, setTyped] = useUrlText("q");
  return (
    <QueryState query={query} what="the datasets of this lab">
      {(datasets) => {
        const shown = datasets.filter(({ name, tags, latest }) =>
          matches(typed, [
            name,
            latest.author,
            latest.licence,
            latest.task,
            latest.format,
            ...latest.signals.map(({ name }) => name),
            ...tags,
          ]),
        );
        if (datasets.length === 0)
          return (
            <EmptyState
              title="No datasets yet"
              action={<ButtonLink href={`/lab/${lab}/datasets/new`}>Upload a recording</ButtonLink>}
            >
              A dataset is a real recording: subjects, sessions, trials and signals. It can stand beside
              simulations in a comparison.
            </EmptyState>
          );
        return (
          <>
            <FilterBar
              value={typed}
              onChange={setTyped}
              label="Filter datasets"
              shown={shown.length}
              of={datasets.length}
            />
            <Table label="Datasets" className="max-h-[calc(100dvh-11rem)]">
              <thead>
                <tr>
                  <Th>Name</Th>
                  <Th>Version</Th>
                  <Th>Status</Th>
                  <Th>Signals</Th>
                  <Th>Aligned to</Th>
                  <Th className="text-right">Subjects</Th>
                  <Th className="text-right">Trials</Th>
                  <Th>Licence</Th>
                  <Th>Author</Th>
                  <Th>Changed</Th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ id, name, latest }) => (
                  <Tr key={id}>
                    <Td className="min-w-48">
                      <Link href={`/lab/${lab}/datasets/${id}`} className="font-medium hover:underline">
                        {name}
                      </Link>
                    </Td>
                    <Td>v{latest.number}</Td>
                    <Td>
                      <ImportBadge status={latest.status} />
                    </Td>
                    <Td>
                      {latest.signals
                        .map(({ name, region }) => [name, region].filter(Boolean).join(", "))
                        .join("; ")}
                    </Td>
                    <Td>{[...new Set(latest.signals.map(({ alignment }) => alignment))].join(", ")}</Td>
                    <Td className="text-right">{latest.subjects}</Td>
                    <Td className="text-right">{latest.trials}</Td>
                    <Td className="whitespace-nowrap">{latest.licence}</Td>
                    <Td className="whitespace-nowrap">{latest.author ?? "Phasic"}</Td>
                    <Td className="whitespace-nowrap text-muted">
                      <When date={latest.createdAt} />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </>
        );
      }}
    </QueryState>
  );
}
