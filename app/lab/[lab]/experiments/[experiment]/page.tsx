import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ExperimentPage } from "@/components/experiments/experiment-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Experiment" };

export default async function ExperimentRoute({
  params,
}: {
  params: Promise<{ lab: string; experiment: string }>;
}) {
  const { lab, experiment } = await params;
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.experiments.get.queryOptions({ lab, experiment }))}
    >
      <ExperimentPage lab={lab} experiment={experiment} mayRun={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
