import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { HistoryPage } from "@/components/dashboards/history/history-page";
import { nextPage } from "@/components/list/list-state";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "History" };

export default async function HistoryRoute({
  params,
}: {
  params: Promise<{ lab: string; dashboard: string }>;
}) {
  const { lab, dashboard } = await params;
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchInfiniteQuery(
          trpc.dashboards.history.infiniteQueryOptions(
            { lab, id: dashboard },
            { getNextPageParam: nextPage },
          ),
        )
      }
    >
      <HistoryPage lab={lab} dashboard={dashboard} mayEdit={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
