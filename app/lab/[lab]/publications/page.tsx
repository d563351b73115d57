import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { nextPage } from "@/components/list/list-state";
import { PublicationList } from "@/components/publications/publication-list";
import { TakingPart } from "@/components/publications/taking-part";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Publications" };

export default async function PublicationsPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab } = await params;
  const mayPublish = mayEdit(await labOf(lab));
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchInfiniteQuery(
          trpc.publications.list.infiniteQueryOptions({ lab }, { getNextPageParam: nextPage }),
        )
      }
      also={[(trpc, client) => client.fetchQuery(trpc.publications.wishes.queryOptions({ lab }))]}
    >
      <PageHead crumbs={[{ label: "Dashboards", href: `/lab/${lab}/dashboards` }]} title="Publications" />
      <PublicationList lab={lab} mayPublish={mayPublish} />
      <TakingPart lab={lab} />
    </Prefetched>
  );
}
