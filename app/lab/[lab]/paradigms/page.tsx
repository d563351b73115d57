import { Prefetched } from "@/app/_page/prefetched";
import { ParadigmList } from "@/components/paradigms/paradigm-list";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Paradigms" };

export default async function ParadigmsPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab } = await params;
  return (
    <Prefetched also={[(trpc, client) => client.fetchQuery(trpc.paradigms.list.queryOptions({ lab }))]}>
      <PageHead title="Paradigms" />
      <ParadigmList lab={lab} />
    </Prefetched>
  );
}
