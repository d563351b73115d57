"use client";
import { FilterBar } from "@/components/list/filter-bar";
import { matches } from "@/components/list/matches";
import { QueryState } from "@/components/list/query-state";
import { useUrlText } from "@/components/list/use-url-text";
import { useTRPC } from "@/components/providers/trpc";
import { RoleMark } from "@/components/theories/role-mark";
import { useTheories } from "@/components/theories/theories-provider";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { ModelSummary } from "@/contracts/model";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";

export function ModelList({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.models.list.queryOptions({ lab }));
  const [typed, setTyped] = useUrlText("q");
  const theories = useTheories();
  const titled = (key: string) => theories.find((theory) => theory.key === key)?.title ?? key;
  return (
    <QueryState query={query} what="the models of this lab">
      {(models) => {
        const shown = models.filter(({ name, latest, author, tags }) =>
          matches(typed, [name, titled(latest.theory), latest.role, author, ...tags]),
        );
        if (models.length === 0)
          return (
            <EmptyState
              title="No models yet"
              action={<ButtonLink href={`/lab/${lab}/models/new`}>New model</ButtonLink>}
            >
              A model is a theory with its dopamine role and parameter values. Start from a preset.
            </EmptyState>
          );
        return (
          <>
            <FilterBar
              value={typed}
              onChange={setTyped}
              label="Filter models"
              shown={shown.length}
              of={models.length}
            />
            <Table label="Models" className="max-h-[calc(100dvh-11rem)]">
              <thead>
                <tr>
                  <Th>Name</Th>
                  <Th>Version</Th>
                  <Th>Theory</Th>
                  <Th>Dopamine is</Th>
                  <Th>Author</Th>
                  <Th>Changed</Th>
                  <Th className="text-right">Runs done</Th>
                </tr>
              </thead>
              <tbody>
                {shown.map((model) => (
                  <Row key={model.id} lab={lab} model={model} theory={titled(model.latest.theory)} />
                ))}
              </tbody>
            </Table>
          </>
        );
      }}
    </QueryState>
  );
}

function Row({ lab, model, theory }: { lab: string; model: ModelSummary; theory: string }) {
  const { id, name, tags, latest, runs } = model;
  return (
    <Tr>
      <Td className="min-w-48">
        <Link href={`/lab/${lab}/models/${id}`} className="font-medium hover:underline">
          {name}
        </Link>{" "}
        {tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </Td>
      <Td>v{latest.number}</Td>
      <Td>{theory}</Td>
      <Td>
        <RoleMark theory={latest.theory} role={latest.role} />
      </Td>
      <Td className="whitespace-nowrap">{latest.author ?? "Phasic"}</Td>
      <Td className="whitespace-nowrap text-muted">
        <When date={latest.createdAt} />
      </Td>
      <Td className="text-right whitespace-nowrap">
        {runs.done} of {runs.total}
      </Td>
    </Tr>
  );
}
