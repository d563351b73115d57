"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";

const seconds = (ms: number) => `${Number((ms / 1000).toFixed(3))} s`;

export function ParadigmList({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.paradigms.list.queryOptions({ lab }));
  return (
    <QueryState query={query} what="the paradigms of this lab">
      {(paradigms) =>
        paradigms.length === 0 ? (
          <EmptyState title="No paradigms yet">
            A paradigm is a task: cues, rewards, timing, and its arms. Every lab opens with trace
            conditioning; ask whoever runs this server when it is missing.
          </EmptyState>
        ) : (
          <Table label="Paradigms">
            <thead>
              <tr>
                <Th>Name</Th>
                <Th>Version</Th>
                <Th className="text-right">Cue</Th>
                <Th className="text-right">Trace</Th>
                <Th className="text-right">Trials</Th>
                <Th>Arms</Th>
                <Th>Author</Th>
                <Th>Changed</Th>
              </tr>
            </thead>
            <tbody>
              {paradigms.map(({ id, name, author, latest: { number, spec, createdAt } }) => (
                <Tr key={id}>
                  <Td className="min-w-48">
                    <Link href={`/lab/${lab}/paradigms/${id}`} className="font-medium hover:underline">
                      {name}
                    </Link>
                  </Td>
                  <Td>v{number}</Td>
                  <Td className="text-right whitespace-nowrap">
                    {seconds(spec.cue.offset - spec.cue.onset)}
                  </Td>
                  <Td className="text-right whitespace-nowrap">
                    {seconds(spec.reward.time - spec.cue.offset)}
                  </Td>
                  <Td className="text-right">{spec.trials}</Td>
                  <Td className="min-w-48 text-sm">{spec.arms.map(({ title }) => title).join(", ")}</Td>
                  <Td className="whitespace-nowrap">{author ?? "Phasic"}</Td>
                  <Td className="whitespace-nowrap text-muted">
                    <When date={createdAt} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )
      }
    </QueryState>
  );
}
