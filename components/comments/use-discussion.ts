"use client";
import type { ObjectState, Shown } from "@/contracts/comment";
import type { ObjectRef } from "@/contracts/object";
import { createContext, use, useMemo, useSyncExternalStore } from "react";
import type { Talk, TalkStore } from "./talk-store";
import type { Outbox } from "./use-outbox";
import type { Deeds, useThreads } from "./use-threads";
import { stateHere } from "./words";

export interface DiscussionValue {
  readonly lab: string;
  readonly object: ObjectRef;
  readonly shown: Shown;
  readonly store: TalkStore;
  readonly threads: ReturnType<typeof useThreads>;
  readonly deeds: Deeds;
  readonly outbox: Outbox;
  readonly mayWrite: boolean;
  /** Address of this page as it was when a thread began; null where there is none. */
  readonly asSeen: (seen: ObjectState) => string | null;
}
export const DiscussionContext = createContext<DiscussionValue | null>(null);

/** Within a drawer, where there always is one. */
export function useDiscussion(): DiscussionValue {
  const value = use(DiscussionContext);
  if (!value) throw new Error("No Discussion around this.");
  return value;
}
export const useMaybeDiscussion = () => use(DiscussionContext);

export function useTalk(store: TalkStore): Talk {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** What the reader looks at, for saying what changed. */
export function useStateHere(): ObjectState | null {
  const { threads, shown } = useDiscussion();
  const now = threads.query.data?.now;
  return useMemo(() => (now ? stateHere(now, shown) : null), [now, shown]);
}
