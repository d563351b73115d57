import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { DatasetList } from "@/components/datasets/dataset-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Datasets" };

export default async function DatasetsPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  return (
    <Prefetched also={[(trpc, client) => client.fetchQuery(trpc.datasets.list.queryOptions({ lab: slug }))]}>
      <PageHead
        title="Datasets"
        actions={
          mayEdit(lab) && (
            <ButtonLink look="primary" href={`/lab/${slug}/datasets/new`}>
              Upload a recording
            </ButtonLink>
          )
        }
      />
      <DatasetList lab={slug} />
    </Prefetched>
  );
}
