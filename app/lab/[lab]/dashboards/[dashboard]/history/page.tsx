import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { HistoryPage } from "@/components/dashboards/history/history-page";
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
      main={(trpc, client) => client.fetchQuery(trpc.dashboards.history.queryOptions({ lab, id: dashboard }))}
    >
      <HistoryPage lab={lab} dashboard={dashboard} mayEdit={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
