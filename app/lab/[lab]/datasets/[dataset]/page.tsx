import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { DatasetPage } from "@/components/datasets/dataset-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Dataset" };

export default async function DatasetRoute({
  params,
}: {
  params: Promise<{ lab: string; dataset: string }>;
}) {
  const { lab, dataset } = await params;
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.datasets.get.queryOptions({ lab, datasetId: dataset }))}
    >
      <DatasetPage lab={lab} dataset={dataset} mayEdit={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
