import { Prefetched } from "@/app/_page/prefetched";
import { NewParadigm } from "@/components/paradigms/new-paradigm";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New paradigm" };

export default async function NewParadigmPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ from?: string }>;
}) {
  const { lab } = await params;
  const { from } = await searchParams;
  const ask = from ? { lab, versionId: from } : null;
  return (
    <Prefetched
      main={ask ? (trpc, client) => client.fetchQuery(trpc.paradigms.version.queryOptions(ask)) : undefined}
    >
      <PageHead
        crumbs={[{ label: "Paradigms", href: `/lab/${lab}/paradigms` }]}
        title={from ? "Fork a paradigm" : "New paradigm"}
      />
      <NewParadigm lab={lab} from={from ?? null} />
    </Prefetched>
  );
}
