"use client";
import { ExperimentHead } from "@/components/experiments/experiment-list";
import { ExperimentRow } from "@/components/experiments/experiment-row";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import type { LabSummary } from "@/contracts/lab";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ComparisonCards } from "./comparison-cards";
import { NextSteps } from "./next-steps";
import { RunningNow } from "./running-now";

export function HomePage({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const experiments = useQuery(trpc.experiments.list.queryOptions({ lab: lab.slug }));
  const mayEdit = lab.role === "owner" || lab.role === "editor";
  return (
    <>
      <PageHead
        title={lab.name}
        facts={[lab.isDemonstration && "demonstration", `you are ${lab.role}`]}
        actions={
          mayEdit && (
            <ButtonLink look="primary" href={`/lab/${lab.slug}/experiments/new`}>
              New experiment
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-8">
        <RunningNow lab={lab.slug} />
        <ComparisonCards lab={lab.slug} />
        <section aria-labelledby="recent" className="flex flex-col gap-2">
          <h2 id="recent" className="font-semibold">
            Recent experiments
          </h2>
          <QueryState query={experiments} what="the experiments of this lab">
            {(all) =>
              all.length === 0 ? (
                <EmptyState title="No experiments yet">What you launch stands here, newest first.</EmptyState>
              ) : (
                <>
                  <Table label="Recent experiments">
                    <ExperimentHead />
                    <tbody>
                      {all.slice(0, 6).map((one) => (
                        <ExperimentRow key={one.id} lab={lab.slug} experiment={one} />
                      ))}
                    </tbody>
                  </Table>
                  {all.length > 6 && (
                    <Link href={`/lab/${lab.slug}/experiments`} className="self-start text-accent underline">
                      All {all.length} experiments
                    </Link>
                  )}
                </>
              )
            }
          </QueryState>
        </section>
        {mayEdit && <NextSteps lab={lab.slug} />}
      </div>
    </>
  );
}
