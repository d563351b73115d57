"use client";
import { ActivityList } from "@/components/activity/activity-list";
import { useExperimentColumns } from "@/components/experiments/experiment-columns";
import { RowsOf } from "@/components/list/rows-of";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import type { LabSummary } from "@/contracts/lab";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ComparisonCards } from "./comparison-cards";
import { TourOffer } from "@/components/tour/tour-offer";
import { cards, recent } from "./how-many";
import { NextSteps } from "./next-steps";
import { RunningNow } from "./running-now";

const shown = ["name", "runs", "curve", "models", "author", "launched"];

export function HomePage({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const experiments = useQuery(trpc.experiments.list.queryOptions({ lab: lab.slug, limit: recent }));
  const comparisons = useQuery(trpc.comparisons.list.queryOptions({ lab: lab.slug, limit: cards }));
  // what comes before all that people save comes from the demonstration
  const copied = comparisons.data?.rows[0] !== undefined && comparisons.data.rows[0].position < 0;
  // on a home page the few that say what it was and how far it is
  const columns = useExperimentColumns(lab.slug).filter(({ key }) => shown.includes(key));
  const mayEdit = lab.role === "owner" || lab.role === "editor";
  return (
    <>
      <PageHead
        title={lab.name}
        facts={[lab.isDemonstration && "demonstration", `you are ${lab.role}`]}
        actions={
          mayEdit && (
            <ButtonLink data-new="" look="primary" href={`/lab/${lab.slug}/experiments/new`}>
              New experiment
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-8">
        {copied && <TourOffer />}
        <RunningNow lab={lab.slug} />
        <ComparisonCards lab={lab.slug} />
        <section aria-labelledby="recent" className="flex flex-col gap-2">
          <h2 id="recent" className="font-semibold">
            Recent experiments
          </h2>
          <QueryState query={experiments} what="the experiments of this lab">
            {({ rows, total }) =>
              rows.length === 0 ? (
                <EmptyState title="No experiments yet">What you launch stands here, newest first.</EmptyState>
              ) : (
                <>
                  <RowsOf label="Recent experiments" columns={columns} rows={rows} />
                  {total > rows.length && (
                    <Link href={`/lab/${lab.slug}/experiments`} className="self-start text-accent underline">
                      All {total} experiments
                    </Link>
                  )}
                </>
              )
            }
          </QueryState>
        </section>
        {mayEdit && <NextSteps lab={lab.slug} />}
        <ActivityList lab={lab.slug} />
      </div>
    </>
  );
}
