import { Prefetched } from "@/app/_page/prefetched";
import { openDefaultView } from "@/app/_page/default-view";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ParadigmList } from "@/components/paradigms/paradigm-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { paradigmList } from "@/contracts/paradigm";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Paradigms" };

export default async function ParadigmsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const query = await queryOf(searchParams);
  await openDefaultView(slug, "paradigms", "/paradigms", query);
  const question = listQuestion(slug, readList(query, paradigmList), paradigmList);
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.views.list.queryOptions({ lab: slug, list: "paradigms" })),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.paradigms.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead
        title="Paradigms"
        actions={
          mayEdit(lab) && (
            <ButtonLink data-new="" look="primary" href={`/lab/${slug}/paradigms/new`}>
              New paradigm
            </ButtonLink>
          )
        }
      />
      <ParadigmList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
