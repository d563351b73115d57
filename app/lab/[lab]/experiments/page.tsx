import { Prefetched } from "@/app/_page/prefetched";
import { openDefaultView } from "@/app/_page/default-view";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ExperimentList } from "@/components/experiments/experiment-list";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { experimentList } from "@/contracts/experiment";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Experiments" };

export default async function ExperimentsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const query = await queryOf(searchParams);
  await openDefaultView(slug, "experiments", "/experiments", query);
  const state = readList(query, experimentList);
  const question = listQuestion(slug, state, experimentList);
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.views.list.queryOptions({ lab: slug, list: "experiments" })),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.experiments.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead
        title="Experiments"
        actions={
          mayEdit(lab) && (
            <ButtonLink data-new="" look="primary" href={`/lab/${slug}/experiments/new`}>
              New experiment
            </ButtonLink>
          )
        }
      />
      <ExperimentList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
