"use client";
import { authorColumn, nameColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { ViewsMenu } from "@/components/list/views/views-menu";
import { useTRPC } from "@/components/providers/trpc";
import { RoleMark } from "@/components/theories/role-mark";
import { useTheories } from "@/components/theories/theories-provider";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Sparkline } from "@/components/ui/sparkline";
import { modelList, type ModelSummary } from "@/contracts/model";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

export function ModelList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(modelList);
  const query = useInfiniteQuery(
    trpc.models.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ObjectList
      noun="models"
      columns={useColumns(lab)}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      views={<ViewsMenu lab={lab} list="models" noun="models" controls={controls} mayShare={mayEdit} />}
      empty={
        <EmptyState
          title="No models yet"
          action={mayEdit && <ButtonLink href={`/lab/${lab}/models/new`}>New model</ButtonLink>}
        >
          A model is a theory with its dopamine role and parameter values. Start from a preset.
        </EmptyState>
      }
      choosing={
        mayEdit
          ? {
              purpose: "for an experiment",
              actions: (chosen) => (
                <ButtonLink
                  look="primary"
                  href={`/lab/${lab}/experiments/new?models=${chosen.map(({ latest }) => latest.id).join(",")}`}
                >
                  New experiment with these
                </ButtonLink>
              ),
            }
          : undefined
      }
    />
  );
}

function useColumns(lab: string): readonly ListColumn<ModelSummary>[] {
  const theories = useTheories();
  return useMemo(() => {
    const titled = (key: string) => theories.find((theory) => theory.key === key)?.title ?? key;
    return [
      nameColumn(({ id }) => `/lab/${lab}/models/${id}`),
      { key: "version", title: "Version", cell: ({ latest }) => `v${latest.number}` },
      {
        key: "theory",
        title: "Theory",
        sort: "theory",
        filter: "theory",
        say: ({ value }) => titled(value),
        cell: ({ latest }) => titled(latest.theory),
      },
      {
        key: "role",
        title: "Dopamine is",
        sort: "role",
        filter: "role",
        cell: ({ latest }) => <RoleMark theory={latest.theory} role={latest.role} />,
      },
      {
        key: "curve",
        title: "Preparatory licks",
        cell: ({ name, sparkline }) => (
          <Sparkline
            values={sparkline}
            label={`Preparatory lick rate of ${name} in its newest experiment, first arm, per hundred trials`}
          />
        ),
      },
      {
        key: "runs",
        title: "Runs done",
        sort: "runs",
        align: "right",
        cell: ({ runs }) => `${runs.done} of ${runs.total}`,
      },
      authorColumn(({ latest }) => latest.author),
      whenColumn("Changed", "changed", ({ latest }) => latest.createdAt),
    ];
  }, [lab, theories]);
}
