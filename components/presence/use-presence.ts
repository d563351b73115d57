"use client";
import { useLiveState } from "@/components/live/live-provider";
import { useTRPCClient } from "@/components/providers/trpc";
import { useMember } from "@/components/people/member";
import { objectKey, type ObjectRef } from "@/contracts/object";
import { presenceBeatMs } from "@/contracts/presence";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { presenceStore, type Here } from "./presence-store";

const nobody: readonly Here[] = [];
/** So that a hundred tabs do not answer in one moment. */
const longestPauseMs = 300;

/** Says, while this tab shows the object and is in sight, that the reader is here. @returns who else is, each once. */
export function usePresence(lab: string, object: ObjectRef): readonly Here[] {
  const client = useTRPCClient();
  const me = useMember().id;
  const listening = useLiveState() === "open";
  const tab = useMemo(() => crypto.randomUUID(), []);

  useEffect(() => {
    if (!listening) return;
    const tell = (here: boolean, asks = false) =>
      // a beat that got lost is made up for by the next
      void client.presence.tell.mutate({ lab, object, tab, here, asks }).catch(() => {});
    const inSight = () => document.visibilityState === "visible";
    let pause: ReturnType<typeof setTimeout> | undefined;
    const beat = setInterval(() => {
      if (inSight()) tell(true);
      presenceStore.refresh();
    }, presenceBeatMs);
    const sweep = setInterval(presenceStore.refresh, 1000);
    const look = () => tell(inSight(), inSight());
    const unasked = presenceStore.onAsked((key, by) => {
      if (by === tab || (key !== null && key !== objectKey(object)) || !inSight()) return;
      clearTimeout(pause);
      pause = setTimeout(() => tell(true), Math.random() * longestPauseMs);
    });
    if (inSight()) tell(true, true);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(beat);
      clearInterval(sweep);
      clearTimeout(pause);
      unasked();
      document.removeEventListener("visibilitychange", look);
      tell(false);
    };
  }, [client, lab, object, tab, listening]);

  const all = useSyncExternalStore(
    presenceStore.subscribe,
    () => presenceStore.at(object),
    () => nobody,
  );
  return useMemo(() => all.filter(({ id }) => id !== me), [all, me]);
}
