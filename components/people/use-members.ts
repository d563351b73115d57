"use client";
import { useTRPC } from "@/components/providers/trpc";
import type { Show } from "@/components/providers/use-deed";
import type { memberSummary } from "@/contracts/lab";
import type { Rows } from "@/contracts/list";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";

export type Member = z.infer<typeof memberSummary>;
type Pages = InfiniteData<Rows<Member>>;

/** What follows when members changed. */
export function useMembers() {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const queryKey = trpc.labs.members.pathKey();
  return {
    queryKey,
    /** Shows a member otherwise before the server has answered. */
    showing:
      (userId: string, change: Partial<Member>): Show =>
      () => {
        const before = queryClient.getQueriesData<Pages>({ queryKey });
        void queryClient.cancelQueries({ queryKey });
        queryClient.setQueriesData<Pages>({ queryKey }, (data) => data && changed(data, userId, change));
        return () => before.forEach(([key, data]) => queryClient.setQueryData(key, data));
      },
    /** The page asks for its rights anew. */
    refresh: () => router.refresh(),
  };
}

const changed = (data: Pages, userId: string, change: Partial<Member>): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({
    ...page,
    rows: page.rows.map((one) => (one.userId === userId ? { ...one, ...change } : one)),
  })),
});
