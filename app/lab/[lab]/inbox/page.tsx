import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf } from "@/app/_page/visitor";
import { inboxQuestion, readInboxFilter } from "@/components/inbox/filter";
import { InboxPage } from "@/components/inbox/inbox-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxRoute({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const lab = await labOf((await params).lab);
  const filter = readInboxFilter(await queryOf(searchParams));
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.inbox.list.infiniteQueryOptions(inboxQuestion(filter), {
              getNextPageParam: ({ nextCursor }) => nextCursor,
            }),
          ),
      ]}
    >
      <InboxPage lab={lab.slug} />
    </Prefetched>
  );
}
