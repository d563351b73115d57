"use client";
import { QueryState } from "@/components/list/query-state";
import { ShowOlder } from "@/components/list/show-older";
import { useTRPC } from "@/components/providers/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { When } from "@/components/ui/when";
import { useInfiniteQuery } from "@tanstack/react-query";
import { acts, nextPage } from "./pages";
import { Sentence } from "./sentence";

/** What the lab has done lately, in sentences that lead there. */
export function ActivityList({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.activity.list.infiniteQueryOptions({ lab, limit: acts }, { getNextPageParam: nextPage }),
  );
  return (
    <section aria-labelledby="activity" className="flex max-w-3xl flex-col gap-2">
      <h2 id="activity" className="font-semibold">
        Activity
      </h2>
      <QueryState query={query} what="what was done in this lab" waiting={<Skeleton className="h-48" />}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <EmptyState title="Nothing was done yet">
              What members make, launch, say and share stands here, newest first.
            </EmptyState>
          ) : (
            <ul className="flex flex-col divide-y divide-line rounded border border-line">
              {entries.map((entry) => (
                <li key={entry.id} className="flex flex-wrap justify-between gap-x-4 px-3 py-1.5">
                  <span className="min-w-0 break-words">
                    <Sentence entry={entry} />
                  </span>
                  <span className="text-sm text-muted">
                    <When date={entry.at} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryState>
      <ShowOlder query={query} />
    </section>
  );
}
