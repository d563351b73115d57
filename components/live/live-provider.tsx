"use client";
import { isMissing, isSignedOut } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { partsOfPlace } from "@/contracts/lab";
import type { LiveEvent } from "@/contracts/live";
import { presenceStore } from "@/components/presence/presence-store";
import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { applyRunEvent } from "./apply-run-event";
import { openLive, type LiveState } from "./connection";
import { throttledSet } from "./throttled-set";

const Context = createContext<LiveState>("connecting");

/** "open": events arrive as they happen. "polling": the stream is down, and pages ask every few seconds. "out": nobody is let in. */
export const useLiveState = () => use(Context);

/** Keeps what the tab shows of one lab, or of what another lab shares, up to date: cells move at once, whole lists are asked again at most once a second. */
export function LiveProvider({ lab, children }: { lab: string; children: ReactNode }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const stale = throttledSet<QueryKey>(1000, (keys) => {
      for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
    });
    const lists = [trpc.experiments.list.pathKey(), trpc.runs.list.pathKey(), trpc.workers.pathKey()];
    const figures = [
      trpc.comparisons.view.pathKey(),
      trpc.dashboards.view.pathKey(),
      trpc.dashboards.resolve.pathKey(),
    ];
    const onRun = (event: Extract<LiveEvent, { kind: "run" }>) => {
      for (const experiment of event.experiments) {
        const { queryKey } = trpc.experiments.get.queryOptions({ lab, experiment });
        queryClient.setQueryData(queryKey, (grid) => grid && applyRunEvent(grid, event));
        if (event.status !== "running") stale.add(queryKey);
      }
      stale.add(trpc.runs.get.queryKey({ lab, run: event.run }));
      if (event.status === "running" && event.trialsDone > 0) return;
      lists.forEach(stale.add);
      if (event.status === "done") {
        figures.forEach(stale.add);
        stale.add(trpc.runs.figures.queryKey({ lab, run: event.run }));
      }
    };
    // a stream that ends says nothing of why: whether the person is still let in is asked
    const askWhetherIn = async () => {
      try {
        const asked = { staleTime: 0, retry: false } as const;
        await (partsOfPlace(lab).share === null
          ? queryClient.fetchQuery({ ...trpc.labs.get.queryOptions({ lab }), ...asked })
          : queryClient.fetchQuery({ ...trpc.shares.open.queryOptions({ lab }), ...asked }));
      } catch (error) {
        if (!isSignedOut(error as Error) && !isMissing(error as Error)) return;
        close();
        setState("out");
      }
    };
    const close = openLive(lab, {
      state: (next) => {
        setState(next);
        if (next === "polling") void askWhetherIn();
      },
      catchUp: () => void queryClient.invalidateQueries(),
      event: (event) => {
        if (event.kind === "run") return onRun(event);
        if (event.kind === "presence") return presenceStore.heard(event);
        if (event.kind !== "upload" && event.kind !== "inbox") stale.add(trpc.activity.pathKey());
        if (event.kind === "experiment") {
          stale.add(trpc.experiments.get.queryKey({ lab, experiment: event.experiment }));
          lists.forEach(stale.add);
          return;
        }
        if (event.kind === "members" || event.kind === "share") presenceStore.doubt();
        if (event.kind === "members") {
          stale.add(trpc.labs.pathKey());
          stale.add(trpc.invitations.pathKey());
          // what the person may do is written into the page by the server
          return router.refresh();
        }
        if (event.kind === "thread")
          return stale.add(trpc.comments.threads.queryKey({ lab, object: event.object }));
        if (event.kind === "share") return stale.add(trpc.shares.pathKey());
        if (event.kind === "revision")
          return stale.add(
            event.object.kind === "model" ? trpc.models.notes.pathKey() : trpc.comparisons.history.pathKey(),
          );
        if (event.kind === "inbox") return stale.add(trpc.inbox.pathKey());
        if (event.kind === "upload") return stale.add(trpc.datasets.inspect.pathKey());
        if (event.kind !== "dataset") return;
        stale.add(trpc.datasets.pathKey());
        figures.forEach(stale.add);
      },
    });
    return () => {
      close();
      stale.end();
    };
  }, [lab, queryClient, router, trpc]);

  return <Context value={state}>{children}</Context>;
}
