"use client";
import { showing, useDeed, type Show } from "@/components/providers/use-deed";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import type { InboxItemView, InboxKind, inboxPage } from "@/contracts/inbox";
import type { InfiniteData } from "@tanstack/react-query";
import { useMemo } from "react";
import type { z } from "zod";

type Pages = InfiniteData<z.infer<typeof inboxPage>>;
type Change = (item: InboxItemView) => InboxItemView;

/** What a reader does to their inbox: shown at once, taken back with the reason where the server refuses. */
export function useInbox() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  return useMemo(() => {
    const refreshes = [trpc.inbox.pathKey()];
    const items =
      (change: Change): Show =>
      (queryClient) => {
        const queryKey = trpc.inbox.list.infiniteQueryKey();
        const before = queryClient.getQueriesData<Pages>({ queryKey });
        void queryClient.cancelQueries({ queryKey });
        queryClient.setQueriesData<Pages>({ queryKey }, (data) => data && changed(data, change));
        return () => before.forEach(([key, data]) => queryClient.setQueryData(key, data));
      };
    const counted = (by: (unread: number) => number) =>
      showing(trpc.inbox.count.queryKey(), ({ unread }: { unread: number }) => ({
        unread: Math.max(0, by(unread)),
      }));
    const like = (kind: InboxKind | null) => (item: InboxItemView) => kind === null || item.kind === kind;

    return {
      mark: ({ id, read: before }: InboxItemView, read: boolean) =>
        before !== read &&
        void deed({
          shows: [
            items((item) => (item.id === id ? { ...item, read } : item)),
            counted((unread) => unread + (read ? -1 : 1)),
          ],
          does: () => client.inbox.mark.mutate({ items: [id], read }),
          failed: read ? "It was not marked as read." : "It was not marked as unread.",
          refreshes,
        }),
      readAll: (kind: InboxKind | null) =>
        void deed({
          shows: [items((item) => (like(kind)(item) ? { ...item, read: true } : item))],
          does: () => client.inbox.readAll.mutate({ kind }),
          failed: "Nothing was marked as read.",
          done: ({ count, at }) => ({
            title: count === 0 ? "All was read already." : `${count} marked as read.`,
            undo:
              count === 0
                ? undefined
                : () =>
                    void deed({
                      does: () => client.inbox.unreadAll.mutate({ at }),
                      failed: "They are still marked as read.",
                      refreshes,
                    }),
          }),
          refreshes,
        }),
      mute: ({ id, place }: { id: string; place: string }, muted: boolean) =>
        void deed({
          shows: [
            items((item) => (item.thread?.id === id ? { ...item, thread: { ...item.thread, muted } } : item)),
          ],
          does: () => client.comments.mute.mutate({ lab: place, thread: id, muted }),
          failed: muted ? "The thread was not muted." : "The thread is still muted.",
          refreshes: [...refreshes, trpc.comments.pathKey()],
        }),
    };
  }, [trpc, client, deed]);
}
export type InboxDeeds = ReturnType<typeof useInbox>;

const changed = ({ pages, ...rest }: Pages, change: Change): Pages => ({
  ...rest,
  pages: pages.map((page) => ({ ...page, items: page.items.map(change) })),
});
