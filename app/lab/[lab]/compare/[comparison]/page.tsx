import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ComparisonPage } from "@/components/comparison/comparison-page";
import { tabs } from "@/components/comparison/tabs";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Compare" };

export default async function SavedComparisonRoute({
  params,
}: {
  params: Promise<{ lab: string; comparison: string }>;
}) {
  const { lab, comparison } = await params;
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.comparisons.get.queryOptions({ lab, id: comparison }))}
      also={[(trpc, client) => client.fetchQuery(trpc.comparisons.list.queryOptions({ lab, limit: tabs }))]}
    >
      <ComparisonPage lab={lab} saved={comparison} mayEdit={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
