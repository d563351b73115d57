"use client";
import { said } from "@/components/list/said";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useToast } from "@/components/ui/toast";
import type { ComparisonState, ComparisonSummary } from "@/contracts/comparison";
import type { ProblemDetails } from "@/server/errors";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";

const isConflict = (error: unknown) =>
  (error as { data?: { problem?: ProblemDetails } }).data?.problem?.code === "conflict";

/**
 * Saves what a person changed of a comparison, from the state that they began with: one that somebody saved meanwhile is
 * not overwritten but shown beside theirs.
 */
export function useSaving(lab: string, saved: ComparisonSummary | null, changed: boolean) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<ComparisonSummary | null>(null);
  // what is read anew while somebody works on it is not what they began with
  const [began, setBegan] = useState(saved);
  if (!changed && saved && saved.updatedAt.getTime() !== began?.updatedAt.getTime()) setBegan(saved);

  const done = async (summary: ComparisonSummary, title: string) => {
    setTheirs(null);
    setBegan(summary);
    queryClient.setQueryData(trpc.comparisons.get.queryKey({ lab, id: summary.id }), summary);
    void queryClient.invalidateQueries({ queryKey: trpc.comparisons.history.pathKey() });
    await queryClient.invalidateQueries({ queryKey: trpc.comparisons.list.queryKey({ lab }) });
    router.replace(`/lab/${lab}/compare/${summary.id}`);
    toast({ title });
  };
  const attempt = async (deed: () => Promise<void>, id: string) => {
    setBusy(true);
    try {
      await deed();
    } catch (error) {
      if (isConflict(error))
        setTheirs(
          await queryClient.fetchQuery({
            ...trpc.comparisons.get.queryOptions({ lab, id }),
            staleTime: 0,
          }),
        );
      else toast({ tone: "danger", title: "It could not be saved.", description: said(error as Error) });
    } finally {
      setBusy(false);
    }
  };
  const update = (id: string, updatedAt: Date, state: ComparisonState, aside: ComparisonState | null) =>
    attempt(async () => {
      const summary = await client.comparisons.update.mutate({ lab, id, updatedAt, state, aside });
      await done(summary, `“${summary.name}” is saved.`);
    }, id);

  return {
    busy,
    began: began?.state ?? null,
    theirs,
    later: () => setTheirs(null),
    save: (state: ComparisonState) => began && void update(began.id, began.updatedAt, state, null),
    /** After a choice: what stood on the page stays in the history, too. */
    settle: (state: ComparisonState, mine: ComparisonState) =>
      theirs &&
      void update(
        theirs.id,
        theirs.updatedAt,
        state,
        JSON.stringify(state) === JSON.stringify(mine) ? null : mine,
      ),
    takeTheirs: (mine: ComparisonState) =>
      theirs &&
      void attempt(async () => {
        await client.comparisons.setAside.mutate({ lab, id: theirs.id, state: mine });
        await done(theirs, "Theirs is taken; yours is in the history.");
      }, theirs.id),
  };
}
