import { Prefetched } from "@/app/_page/prefetched";
import { labOf } from "@/app/_page/visitor";
import { nextPage } from "@/components/list/list-state";
import { ReceivedList } from "@/components/sharing/received-list";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Shared with us" };

export default async function SharedWithUsPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.shares.received.infiniteQueryOptions({ lab: slug }, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead title="Shared with us" />
      <ReceivedList lab={lab} />
    </Prefetched>
  );
}
