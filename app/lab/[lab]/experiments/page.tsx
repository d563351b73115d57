import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ExperimentList } from "@/components/experiments/experiment-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Experiments" };

export default async function ExperimentsPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  return (
    <Prefetched
      also={[(trpc, client) => client.fetchQuery(trpc.experiments.list.queryOptions({ lab: slug }))]}
    >
      <PageHead
        title="Experiments"
        actions={
          mayEdit(lab) && (
            <ButtonLink look="primary" href={`/lab/${slug}/experiments/new`}>
              New experiment
            </ButtonLink>
          )
        }
      />
      <ExperimentList lab={slug} />
    </Prefetched>
  );
}
