import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { DashboardList } from "@/components/dashboards/dashboard-list";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { dashboardList } from "@/contracts/dashboard";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Dashboards" };

export default async function DashboardsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const state = readList(await queryOf(searchParams), dashboardList);
  const question = listQuestion(slug, state, dashboardList);
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.dashboards.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead
        title="Dashboards"
        actions={
          <>
            <ButtonLink href={`/lab/${slug}/publications`}>Publications</ButtonLink>
            {mayEdit(lab) && (
              <ButtonLink look="primary" href={`/lab/${slug}/dashboards/new`}>
                New dashboard
              </ButtonLink>
            )}
          </>
        }
      />
      <DashboardList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
