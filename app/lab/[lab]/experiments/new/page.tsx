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
  searchParams: Promise<{ models?: string; paradigm?: string; from?: string }>;
}) {
  const { lab } = await params;
  const { models, paradigm, from } = await searchParams;
  const ids = models ? models.split(",").slice(0, 12) : [];
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.models.list.queryOptions({ lab, text: "", limit: 50 })),
        async (trpc, client) =>
          ids.length > 0 && client.fetchQuery(trpc.models.versions.queryOptions({ lab, ids })),
        async (trpc, client) => {
          if (paradigm)
            return client.fetchQuery(trpc.paradigms.version.queryOptions({ lab, versionId: paradigm }));
          const { rows } = await client.fetchQuery(trpc.paradigms.list.queryOptions({ lab, text: "" }));
          const [first] = rows;
          if (first && !from)
            await client.fetchQuery(trpc.paradigms.version.queryOptions({ lab, versionId: first.latest.id }));
        },
      ]}
    >
      <PageHead crumbs={[{ label: "Experiments", href: `/lab/${lab}/experiments` }]} title="New experiment" />
      <NewExperiment lab={lab} models={ids} paradigm={paradigm ?? null} from={from ?? null} />
    </Prefetched>
  );
}
