import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { LabTabs } from "@/components/lab/lab-tabs";
import { listQuestion, nextPage, readList } from "@/components/list/list-state";
import { TrashList } from "@/components/trash/trash-list";
import { PageHead } from "@/components/ui/page-head";
import { trashList } from "@/contracts/trash";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Trash" };

export default async function TrashPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const question = listQuestion(slug, readList(await queryOf(searchParams), trashList), trashList);
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.trash.list.infiniteQueryOptions(question, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <LabTabs lab={lab} />
      <PageHead title="Trash" />
      <TrashList lab={slug} mayEdit={mayEdit(lab)} />
    </Prefetched>
  );
}
