import { Prefetched } from "@/app/_page/prefetched";
import { openDefaultView } from "@/app/_page/default-view";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { DatasetList } from "@/components/datasets/dataset-list";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { datasetList } from "@/contracts/dataset";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Datasets" };

export default async function DatasetsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const query = await queryOf(searchParams);
  await openDefaultView(slug, "datasets", "/datasets", query);
  const state = readList(query, datasetList);
  const question = listQuestion(slug, state, datasetList);
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.views.list.queryOptions({ lab: slug, list: "datasets" })),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.datasets.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead
        title="Datasets"
        actions={
          mayEdit(lab) && (
            <ButtonLink data-new="" look="primary" href={`/lab/${slug}/datasets/new`}>
              Upload a recording
            </ButtonLink>
          )
        }
      />
      <DatasetList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
