"use client";
import clsx from "clsx";
import { Button } from "../ui/button";

/** Under what is read backwards in time: the next page, where there is one. */
export function ShowOlder({
  query: { hasNextPage, isFetchingNextPage, fetchNextPage },
  className,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  className?: string;
}) {
  if (!hasNextPage) return null;
  return (
    <Button
      className={clsx("self-start", className)}
      busy={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      Show older
    </Button>
  );
}
