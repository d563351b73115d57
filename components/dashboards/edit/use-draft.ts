"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import type { DashboardDocument } from "@/contracts/dashboard";
import type { ProblemDetails } from "@/server/errors";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPCClient } from "@/components/providers/trpc";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createDraftKeeper, type DraftKeeper, type DraftServer, type DraftState } from "./draft-keeper";

/** After the last change; a person who types is not interrupted. */
const quietMs = 700;

const isConflict = (error: unknown): boolean =>
  (error as { data?: { problem?: ProblemDetails } }).data?.problem?.code === "conflict";

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isConflict(error)) return null;
    throw new Error(error instanceof Error ? said(error) : String(error), { cause: error });
  }
}

/** The draft of a dashboard as this editor holds it: it saves by itself, and says when that does not work. */
export function useDraft(
  lab: string,
  id: string,
  first: { revision: number; document: DashboardDocument },
): { state: DraftState; keeper: DraftKeeper } {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [keeper] = useState(() => {
    const server: DraftServer = {
      save: async (revision, document) => {
        const saved = await orNull(client.dashboards.saveDraft.mutate({ lab, id, revision, document }));
        // what this page was opened with is not what the next visit should begin with
        void queryClient.invalidateQueries({
          queryKey: trpc.dashboards.draft.queryKey({ lab, id }),
          refetchType: "none",
        });
        return saved?.revision ?? null;
      },
      load: async () => {
        const { dashboard, revision, document } = await client.dashboards.draft.query({ lab, id });
        return { revision, document, author: dashboard.draft.author };
      },
      keep: async (revision, message) => {
        const kept = await orNull(client.dashboards.save.mutate({ lab, id, revision, message }));
        return kept?.draft.revision ?? null;
      },
    };
    return createDraftKeeper(first, server);
  });
  const state = useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get);
  const unsaved = state.present !== state.synced.document;

  useEffect(() => {
    if (!unsaved || state.conflict) return;
    const timer = setTimeout(() => void keeper.save(), quietMs);
    return () => clearTimeout(timer);
  }, [keeper, state.present, unsaved, state.conflict]);

  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  return useMemo(() => ({ state, keeper }), [state, keeper]);
}
