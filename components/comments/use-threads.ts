"use client";
import { said } from "@/components/list/said";
import { useMember } from "@/components/people/member";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useToast } from "@/components/ui/toast";
import type { ReactionKey, ThreadsView } from "@/contracts/comment";
import type { ObjectRef } from "@/contracts/object";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { onComment, onThread, reacted, resolved } from "./apply";

const atOnce = 60;

/** The conversation about an object, kept up to date by the live stream. */
export function useThreads(lab: string, object: ObjectRef) {
  const trpc = useTRPC();
  const [limit, setLimit] = useState(atOnce);
  const query = useQuery(
    trpc.comments.threads.queryOptions({ lab, object, limit }, { placeholderData: keepPreviousData }),
  );
  return { query, more: () => setLimit((now) => now + atOnce) };
}

/** What a reader does to threads. The page shows it at once; when the server refuses, it is taken back, with the reason. */
export function useDeeds(lab: string, object: ObjectRef) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const me = useMember();
  return useMemo(() => {
    const queryKey = trpc.comments.threads.queryKey({ lab, object });
    const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.comments.pathKey() });
    const deed = async (
      apply: (view: ThreadsView) => ThreadsView,
      send: () => Promise<unknown>,
      failure: string,
    ): Promise<boolean> => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueriesData<ThreadsView>({ queryKey });
      queryClient.setQueriesData<ThreadsView>({ queryKey }, (view) => view && apply(view));
      try {
        await send();
        return true;
      } catch (error) {
        for (const [key, data] of before) queryClient.setQueryData(key, data);
        toast({ tone: "danger", title: failure, description: said(error as Error) });
        return false;
      } finally {
        void refresh();
      }
    };

    return {
      refresh,
      react: (comment: string, key: ReactionKey, on: boolean) =>
        deed(
          onComment(comment, reacted(key, on, me.name)),
          () => client.comments.react.mutate({ lab, comment, key, on }),
          "The reaction was not kept.",
        ),
      edit: (comment: string, body: string) =>
        deed(
          onComment(comment, (one) => ({ ...one, body, editedAt: new Date() })),
          () => client.comments.edit.mutate({ lab, comment, body }),
          "The comment was not changed. Your text is still in the field.",
        ),
      async remove(comment: string) {
        const set = (deleted: boolean) =>
          deed(
            onComment(comment, (one) => ({ ...one, deleted })),
            () => client.comments.setDeleted.mutate({ lab, comment, deleted }),
            deleted ? "The comment was not deleted." : "The comment could not be brought back.",
          );
        if (await set(true)) toast({ title: "The comment is deleted.", undo: () => void set(false) });
      },
      resolve: (thread: string, done: boolean) =>
        deed(
          resolved(thread, done ? me.name : null, new Date()),
          () => client.comments.resolve.mutate({ lab, thread, resolved: done }),
          done ? "The thread was not resolved." : "The thread was not reopened.",
        ),
      mute: (thread: string, muted: boolean) =>
        deed(
          onThread(thread, (one) => ({ ...one, muted })),
          () => client.comments.mute.mutate({ lab, thread, muted }),
          "Nothing was changed.",
        ),
    };
  }, [trpc, client, queryClient, toast, me.name, lab, object]);
}
export type Deeds = ReturnType<typeof useDeeds>;
