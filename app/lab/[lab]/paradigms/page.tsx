import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { ParadigmList } from "@/components/paradigms/paradigm-list";
import { PageHead } from "@/components/ui/page-head";
import { paradigmList } from "@/contracts/paradigm";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Paradigms" };

export default async function ParadigmsPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab } = await params;
  const question = listQuestion(lab, readList(await queryOf(searchParams), paradigmList), paradigmList);
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.paradigms.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <PageHead title="Paradigms" />
      <ParadigmList lab={lab} />
    </Prefetched>
  );
}
