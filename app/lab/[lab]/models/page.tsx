import { Prefetched } from "@/app/_page/prefetched";
import { openDefaultView } from "@/app/_page/default-view";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ModelList } from "@/components/models/model-list";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { modelList } from "@/contracts/model";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const query = await queryOf(searchParams);
  await openDefaultView(slug, "models", "/models", query);
  const state = readList(query, modelList);
  const question = listQuestion(slug, state, modelList);
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.views.list.queryOptions({ lab: slug, list: "models" })),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.models.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead
        title="Models"
        actions={
          mayEdit(lab) && (
            <ButtonLink data-new="" look="primary" href={`/lab/${slug}/models/new`}>
              New model
            </ButtonLink>
          )
        }
      />
      <ModelList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
