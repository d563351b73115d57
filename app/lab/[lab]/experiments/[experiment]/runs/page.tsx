import { openDefaultView } from "@/app/_page/default-view";
import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { RunList } from "@/components/experiments/run-list";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { runList } from "@/contracts/run";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string; experiment: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug, experiment } = await params;
  const lab = await labOf(slug);
  const query = await queryOf(searchParams);
  await openDefaultView(slug, "runs", `/experiments/${experiment}/runs`, query);
  const question = { ...listQuestion(slug, readList(query, runList), runList), experiment };
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.experiments.get.queryOptions({ lab: slug, experiment }))}
      also={[
        (trpc, client) => client.fetchQuery(trpc.views.list.queryOptions({ lab: slug, list: "runs" })),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.runs.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <RunList lab={slug} experiment={experiment} mayRun={mayEdit(lab)} />
    </Prefetched>
  );
}
