import { NewModel } from "@/components/models/new-model";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New model" };

export default async function NewModelPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab } = await params;
  return (
    <>
      <PageHead crumbs={[{ label: "Models", href: `/lab/${lab}/models` }]} title="New model" />
      <NewModel lab={lab} />
    </>
  );
}
