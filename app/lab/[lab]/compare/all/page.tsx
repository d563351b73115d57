import { Prefetched } from "@/app/_page/prefetched";
import { openDefaultView } from "@/app/_page/default-view";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ComparisonList } from "@/components/comparison/comparison-list";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { comparisonList } from "@/contracts/comparison";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Comparisons" };

export default async function ComparisonsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const query = await queryOf(searchParams);
  await openDefaultView(slug, "comparisons", "/compare/all", query);
  const state = readList(query, comparisonList);
  const question = listQuestion(slug, state, comparisonList);
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.views.list.queryOptions({ lab: slug, list: "comparisons" })),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.comparisons.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead
        crumbs={[{ label: "Compare", href: `/lab/${slug}/compare` }]}
        title="Comparisons"
        actions={
          <ButtonLink
            data-new=""
            look={mayEdit(lab) ? "primary" : "plain"}
            href={`/lab/${slug}/compare?new=1`}
          >
            New comparison
          </ButtonLink>
        }
      />
      <ComparisonList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
