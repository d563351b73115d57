import { Prefetched } from "@/app/_page/prefetched";
import { NewExperiment } from "@/components/experiments/new/new-experiment";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New experiment" };

export default async function NewExperimentPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ models?: string; from?: string }>;
}) {
  const { lab } = await params;
  const { models, from } = await searchParams;
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.models.list.queryOptions({ lab })),
        (trpc, client) => client.fetchQuery(trpc.paradigms.list.queryOptions({ lab })),
      ]}
    >
      <PageHead crumbs={[{ label: "Experiments", href: `/lab/${lab}/experiments` }]} title="New experiment" />
      <NewExperiment lab={lab} models={models ? models.split(",") : []} from={from ?? null} />
    </Prefetched>
  );
}
