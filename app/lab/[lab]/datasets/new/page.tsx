import { NewDataset } from "@/components/datasets/import/new-dataset";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Upload a recording" };

export default async function NewDatasetPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ upload?: string; into?: string }>;
}) {
  const { lab } = await params;
  const { upload, into } = await searchParams;
  return (
    <>
      <PageHead crumbs={[{ label: "Datasets", href: `/lab/${lab}/datasets` }]} title="Upload a recording" />
      <NewDataset lab={lab} upload={upload ?? null} into={into ?? null} />
    </>
  );
}
