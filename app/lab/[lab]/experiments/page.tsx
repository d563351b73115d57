import { Prefetched } from "@/app/_page/prefetched";
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
  const state = readList(await queryOf(searchParams), experimentList);
  const question = listQuestion(slug, state, experimentList);
  return (
    <Prefetched
      also={[
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
            <ButtonLink look="primary" href={`/lab/${slug}/experiments/new`}>
              New experiment
            </ButtonLink>
          )
        }
      />
      <ExperimentList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
