"use client";
import { useTRPC } from "@/components/providers/trpc";
import { useQuery } from "@tanstack/react-query";

/** How much the reader has not read, over all their labs; kept up to date by the live stream. */
export function useUnread(): number {
  const trpc = useTRPC();
  return useQuery(trpc.inbox.count.queryOptions()).data?.unread ?? 0;
}
