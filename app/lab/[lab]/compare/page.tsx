import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ComparisonPage } from "@/components/comparison/comparison-page";
import { tabs } from "@/components/comparison/tabs";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";
import { redirect } from "next/navigation";

export const metadata: Metadata = { title: "Compare" };

/** Without a state in the address, the first saved comparison is what one came for. */
export default async function CompareRoute({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  if (Object.keys(await searchParams).length === 0) {
    const {
      rows: [first],
    } = await (await serverCaller()).comparisons.list({ lab: slug, limit: 1 });
    if (first) redirect(`/lab/${slug}/compare/${first.id}`);
  }
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.comparisons.list.queryOptions({ lab: slug, limit: tabs })),
      ]}
    >
      <ComparisonPage lab={slug} saved={null} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
