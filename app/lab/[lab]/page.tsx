import { Prefetched } from "@/app/_page/prefetched";
import { labOf } from "@/app/_page/visitor";
import { acts, nextPage } from "@/components/activity/pages";
import { cards, recent, running } from "@/components/home/how-many";
import { HomePage } from "@/components/home/home-page";

export default async function LabHome({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.experiments.list.queryOptions({ lab: slug, limit: recent })),
        (trpc, client) => client.fetchQuery(trpc.comparisons.list.queryOptions({ lab: slug, limit: cards })),
        (trpc, client) =>
          client.fetchQuery(
            trpc.experiments.list.queryOptions({ lab: slug, where: { status: ["open"] }, limit: running }),
          ),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.activity.list.infiniteQueryOptions(
              { lab: slug, limit: acts },
              { getNextPageParam: nextPage },
            ),
          ),
        (trpc, client) => client.fetchQuery(trpc.workers.list.queryOptions({ lab: slug })),
      ]}
    >
      <HomePage lab={lab} />
    </Prefetched>
  );
}
