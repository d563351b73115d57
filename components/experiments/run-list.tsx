"use client";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { QueryState } from "@/components/list/query-state";
import { useList, useQuestion } from "@/components/list/use-list";
import { ViewsMenu } from "@/components/list/views/views-menu";
import { useTRPC } from "@/components/providers/trpc";
import { RoleDot } from "@/components/theories/role-mark";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { Sparkline } from "@/components/ui/sparkline";
import { When } from "@/components/ui/when";
import type { ExperimentDetail } from "@/contracts/experiment";
import { runList, type RunRow } from "@/contracts/run";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo } from "react";
import { ChosenRuns } from "./chosen-runs";

const statusWords: Record<string, string> = { queued: "waiting" };
const sayStatus = (status: string) => statusWords[status] ?? status;
const nameOf = ({ model, armTitle, subjectKey, repetition }: RunRow) =>
  `${model.name} v${model.number}, ${armTitle}, ${subjectKey}, repetition ${repetition}`;

/** Every run of an experiment as a row: what failed, what took long, which animal learned. */
export function RunList({ lab, experiment, mayRun }: { lab: string; experiment: string; mayRun: boolean }) {
  const trpc = useTRPC();
  const detail = useQuery(trpc.experiments.get.queryOptions({ lab, experiment }));
  return (
    <QueryState query={detail} what="this experiment">
      {(known) => (
        <>
          <PageHead
            crumbs={[
              { label: "Experiments", href: `/lab/${lab}/experiments` },
              { label: known.name, href: `/lab/${lab}/experiments/${experiment}` },
            ]}
            title="Runs"
          />
          <Rows lab={lab} detail={known} mayRun={mayRun} />
        </>
      )}
    </QueryState>
  );
}

function Rows({ lab, detail, mayRun }: { lab: string; detail: ExperimentDetail; mayRun: boolean }) {
  const trpc = useTRPC();
  const controls = useList(runList);
  const question = useQuestion(lab, controls);
  const query = useInfiniteQuery(
    trpc.runs.list.infiniteQueryOptions(
      { ...question, experiment: detail.id },
      { getNextPageParam: nextPage, placeholderData: keepPreviousData },
    ),
  );
  return (
    <ObjectList
      noun="runs"
      columns={useColumns(lab, detail)}
      controls={controls}
      query={query}
      nameOf={nameOf}
      keyOf={(row) => `${row.modelVersionId} ${row.id}`}
      views={<ViewsMenu lab={lab} list="runs" noun="runs" controls={controls} mayShare={mayRun} />}
      empty={
        <EmptyState title="No runs">
          Every combination of this experiment was refused by its theory; its page gives the reasons.
        </EmptyState>
      }
      choosing={
        mayRun
          ? {
              purpose: "to stop or to run again",
              actions: (chosen, clear) => <ChosenRuns lab={lab} runs={chosen} onDone={clear} />,
            }
          : undefined
      }
    />
  );
}

function useColumns(lab: string, { arms }: ExperimentDetail): readonly ListColumn<RunRow>[] {
  return useMemo(
    () => [
      {
        key: "model",
        title: "Model",
        sort: "model",
        filter: "model",
        className: "min-w-44 whitespace-normal",
        cell: (row) => (
          <span className="inline-flex items-center gap-1.5">
            <RoleDot theory={row.model.theory} role={row.model.role} />
            <Link
              href={`/lab/${lab}/runs/${row.id}`}
              data-row-link=""
              aria-label={nameOf(row)}
              className="font-medium hover:underline"
            >
              <Name name={row.model.name} /> v{row.model.number}
            </Link>
          </span>
        ),
      },
      {
        key: "arm",
        title: "Arm",
        sort: "arm",
        filter: "arm",
        say: ({ value }) => arms.find(({ key }) => key === value)?.title ?? value,
        cell: ({ armTitle }) => armTitle,
      },
      {
        key: "subject",
        title: "Subject",
        sort: "subject",
        filter: "subject",
        cell: ({ subjectKey }) => subjectKey,
      },
      {
        key: "repetition",
        title: "Repetition",
        sort: "repetition",
        align: "right",
        cell: ({ repetition }) => repetition,
      },
      {
        key: "status",
        title: "Status",
        sort: "status",
        filter: "status",
        say: ({ value }) => sayStatus(value),
        className: "max-w-72 whitespace-normal",
        cell: ({ status, error }) => (
          <>
            <Badge tone={status === "failed" ? "danger" : "plain"}>{sayStatus(status)}</Badge>
            {error && <span className="block text-sm text-danger">{error}</span>}
          </>
        ),
      },
      {
        key: "trials",
        title: "Trials",
        align: "right",
        cell: ({ trials, trialsDone }) => (trialsDone < trials ? `${trialsDone} of ${trials}` : trials),
      },
      {
        key: "curve",
        title: "Preparatory licks",
        cell: (row) => (
          <Sparkline
            values={row.sparkline}
            label={`Preparatory lick rate of ${nameOf(row)}, per hundred trials`}
          />
        ),
      },
      {
        key: "cpu",
        title: "Processor",
        sort: "cpu",
        align: "right",
        cell: ({ cpuMs }) => (cpuMs === null ? "" : `${(cpuMs / 1000).toFixed(1)} s`),
      },
      {
        key: "changed",
        title: "Finished",
        sort: "changed",
        className: "text-muted",
        cell: ({ finishedAt }) => (finishedAt ? <When date={finishedAt} /> : ""),
      },
    ],
    [lab, arms],
  );
}
