"use client";
import { QueryState } from "@/components/list/query-state";
import { ShowOlder } from "@/components/list/show-older";
import { useQueryText } from "@/components/list/use-query-text";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { inboxQuestion, readInboxFilter, type InboxFilter } from "./filter";
import { FilterBar } from "./filter-bar";
import { InboxItem } from "./inbox-item";
import { useInbox } from "./use-inbox";
import { useUnread } from "./use-unread";

/** What one person should hear of, over all their labs, with the rail of the lab at hand. */
export function InboxPage({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const [text, write] = useQueryText();
  const filter = readInboxFilter(text);
  const deeds = useInbox();
  const unread = useUnread();
  const query = useInfiniteQuery(
    trpc.inbox.list.infiniteQueryOptions(inboxQuestion(filter), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHead
        title="Inbox"
        facts={[
          <span key="unread" role="status">
            {unread} unread
          </span>,
          "over all your labs",
        ]}
        actions={
          <Button disabled={unread === 0} onClick={() => deeds.readAll(filter.kind)}>
            Mark all as read
          </Button>
        }
      />
      <FilterBar filter={filter} write={write} />
      <QueryState query={query} what="your inbox">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0 && !query.hasNextPage)
            return <Nothing filter={filter} lab={lab} showAll={() => write("", "pushState")} />;
          return (
            <div className="flex max-w-4xl flex-col gap-3">
              <ul aria-label="Inbox" className="divide-y divide-line border-y border-line">
                {items.map((item) => (
                  <InboxItem key={item.id} item={item} lab={lab} deeds={deeds} />
                ))}
              </ul>
              <ShowOlder query={query} />
            </div>
          );
        }}
      </QueryState>
    </>
  );
}

function Nothing({ filter, lab, showAll }: { filter: InboxFilter; lab: string; showAll: () => void }) {
  if (filter.kind !== null || filter.unread)
    return (
      <EmptyState
        title={filter.unread ? "Nothing here is unread" : "Nothing of this kind yet"}
        action={<Button onClick={showAll}>Show all</Button>}
      />
    );
  return (
    <EmptyState title="Nothing has come yet">
      <p>
        Here you hear when somebody names you with an @ or writes in a thread that you take part in, when an
        experiment that you launched has ended or failed, and when a lab invites you.
      </p>
      <p className="mt-2">
        To begin, open a{" "}
        <Link href={`/lab/${lab}/compare`} className="text-accent underline">
          comparison
        </Link>{" "}
        and comment on a point of a figure, or{" "}
        <Link href={`/lab/${lab}/experiments/new`} className="text-accent underline">
          launch an experiment
        </Link>
        . Your{" "}
        <Link href="/account#notifications" className="text-accent underline">
          account page
        </Link>{" "}
        sets whether it also comes by e-mail.
      </p>
    </EmptyState>
  );
}
