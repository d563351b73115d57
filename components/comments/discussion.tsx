"use client";
import { NotesContext } from "@/components/charts/notes/notes";
import { useMember } from "@/components/people/member";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useShare } from "@/components/sharing/share-context";
import { TrashNotice } from "@/components/trash/trash-notice";
import type { ObjectState, Shown, ThreadView } from "@/contracts/comment";
import { type ObjectKind, objectKey, type ObjectRef } from "@/contracts/object";
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { createTalkStore, type TalkStore } from "./talk-store";
import { DiscussionContext } from "./use-discussion";
import { useOutbox } from "./use-outbox";
import { useDeeds, useThreads } from "./use-threads";
import { anchorWords } from "./words";

/** Text, formulas and the list of people weigh more than most pages: they come when somebody opens them. */
const Drawer = dynamic(() => import("./drawer").then((module) => module.Drawer), { ssr: false });

const nowhere = () => null;

interface Props {
  lab: string;
  kind: ObjectKind;
  id: string;
  /** Of a model, paradigm or dataset: the version that the page shows. */
  version?: number;
  /** What else the page shows; keeps its identity while it says the same. */
  shown?: Shown;
  asSeen?: (seen: ObjectState) => string | null;
  children: ReactNode;
}

/** A page whose object can be talked about: its head, its figures and the drawer beside them share one conversation. */
export function Discussion(props: Props) {
  const mayWrite = useMember().role !== "viewer";
  return <Page key={`${objectKey(props)} ${mayWrite}`} {...props} mayWrite={mayWrite} />;
}

function Page({
  lab,
  kind,
  id,
  version,
  shown: told,
  asSeen = nowhere,
  mayWrite,
  children,
}: Props & { mayWrite: boolean }) {
  const shown = useMemo(
    (): Shown => told ?? { version: version ?? null, query: null, engines: [] },
    [told, version],
  );
  const share = useShare();
  const object = useMemo((): ObjectRef => ({ kind, id }), [kind, id]);
  const [store] = useState(() => createTalkStore(mayWrite));
  const threads = useThreads(lab, object);
  const deeds = useDeeds(lab, object);
  const onSent = useCallback(
    ({ thread, comment }: { thread: string; comment: string }) => {
      if (store.get().open) store.set({ thread, comment });
    },
    [store],
  );
  const outbox = useOutbox(lab, object, onSent);
  useHungThreads(store, threads.query.data?.threads, kind);
  useAddressedComment(store);
  const open = useSyncExternalStore(
    store.subscribe,
    () => store.get().open,
    () => false,
  );
  const value = { lab, object, shown, store, threads, deeds, outbox, mayWrite, asSeen };
  return (
    <DiscussionContext value={value}>
      <NotesContext value={store.notes}>
        <div
          className={
            open
              ? "min-[1400px]:grid min-[1400px]:grid-cols-[minmax(0,1fr)_20rem] min-[1400px]:gap-6"
              : undefined
          }
        >
          <div className="min-w-0">
            {object.kind !== "run" && !share && (
              <TrashNotice lab={lab} object={{ kind: object.kind, id: object.id }} />
            )}
            {children}
          </div>
          {open && <Drawer />}
        </div>
      </NotesContext>
    </DiscussionContext>
  );
}

function useHungThreads(store: TalkStore, threads: readonly ThreadView[] | undefined, kind: ObjectKind) {
  useEffect(() => {
    store.hang(threads ?? [], ({ anchor, comments, left, resolved }) => {
      const author = comments[0]?.author?.name ?? "Somebody who has left";
      const replies = comments.length - 1 + left;
      return [
        `Comment by ${author} on ${anchorWords(anchor, kind)}`,
        replies > 0 && `${replies} ${replies === 1 ? "reply" : "replies"}`,
        resolved && "resolved",
      ]
        .filter(Boolean)
        .join(", ");
    });
  }, [store, threads, kind]);
}

/** `?comment=` opens the drawer there, and the inbox tells of it no more; also when the address changes on an open page. */
function useAddressedComment(store: TalkStore) {
  const comment = useSearchParams().get("comment");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!comment) return;
    store.set({ open: true, comment, thread: null });
    // whoever came by a letter or a message has met what their inbox tells; where this fails, it goes on telling
    client.inbox.met.mutate({ comment }).then(
      ({ unread }) => {
        queryClient.setQueryData(trpc.inbox.count.queryKey(), { unread });
        void queryClient.invalidateQueries({ queryKey: trpc.inbox.list.pathKey() });
      },
      () => undefined,
    );
  }, [store, comment, trpc, client, queryClient]);
}
