import { labOf } from "@/app/_page/visitor";
import { Prefetched } from "@/app/_page/prefetched";
import { SessionRoute } from "@/components/datasets/session/session-route";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Subject" };

export default async function SubjectPage({
  params,
}: {
  params: Promise<{ lab: string; dataset: string; subject: string }>;
}) {
  const { lab, dataset, subject } = await params;
  await labOf(lab);
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.datasets.get.queryOptions({ lab, datasetId: dataset }))}
    >
      <SessionRoute lab={lab} dataset={dataset} subject={decodeURIComponent(subject)} />
    </Prefetched>
  );
}
