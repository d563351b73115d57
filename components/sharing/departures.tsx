"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC } from "@/components/providers/trpc";
import { Skeleton } from "@/components/ui/skeleton";
import { When } from "@/components/ui/when";
import { objectTitle } from "@/contracts/object";
import { useInfiniteQuery } from "@tanstack/react-query";
import { wordsOfUse } from "./terms-words";

/** What left through a share, newest first. */
export function Departures({ lab, share }: { lab: string; share: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.shares.departures.infiniteQueryOptions(
      { lab, id: share, limit: 20 },
      { getNextPageParam: nextPage },
    ),
  );
  return (
    <Paged query={query} what="what has left" noun="that left" waiting={<Skeleton className="h-6" />}>
      {(departures) => (
        <ul className="flex flex-col gap-1 text-sm">
          {departures.map(({ id, use, kind, name, lab: to, at }) => (
            <li key={id}>
              {objectTitle[kind]} <bdi>“{name}”</bdi>: {wordsOfUse[use].left} by{" "}
              <bdi>{to ?? "a lab that is gone"}</bdi>, <When date={at} />
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
