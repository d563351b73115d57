"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showingWithout, useDeed } from "@/components/providers/use-deed";
import { graceDays } from "@/contracts/lab";
import type { TrashKind, TrashRef } from "@/contracts/trash";
import { useRouter } from "next/navigation";

const homes: Record<TrashKind, string> = {
  model: "/models",
  paradigm: "/paradigms",
  experiment: "/experiments",
  dataset: "/datasets",
  comparison: "/compare/all",
  dashboard: "/dashboards",
};

/** Moves an object to the trash, with the way back at once, and takes it out again. */
export function useTrash(lab: string) {
  const trpc = useTRPC();
  const { trash: client } = useTRPCClient();
  const router = useRouter();
  const deed = useDeed();
  const nouns = {
    model: trpc.models,
    paradigm: trpc.paradigms,
    experiment: trpc.experiments,
    dataset: trpc.datasets,
    comparison: trpc.comparisons,
    dashboard: trpc.dashboards,
  } as const;
  // what stands on the object says where it is
  const refreshes = (kind: TrashKind) =>
    [...new Set([nouns[kind], trpc.comparisons, trpc.search, trpc.objects, trpc.trash])].map((noun) =>
      noun.pathKey(),
    );
  const restore = (ref: TrashRef, name: string) =>
    void deed({
      shows: [showingWithout(trpc.trash.list.pathKey(), `${ref.kind} ${ref.id}`)],
      does: () => client.restore.mutate({ lab, ref }),
      failed: `“${name}” is still in the trash.`,
      done: () => ({ title: `“${name}” is back.` }),
      refreshes: refreshes(ref.kind),
    });
  const put = (ref: TrashRef, name: string) => {
    router.push(`/lab/${lab}${homes[ref.kind]}`);
    void deed({
      shows: [showingWithout(nouns[ref.kind].list.pathKey(), ref.id)],
      does: () => client.put.mutate({ lab, ref }),
      failed: `“${name}” was not moved to the trash.`,
      done: () => ({
        title: `“${name}” is in the trash.`,
        description: `It stays there for ${graceDays} days.`,
        undo: () => restore(ref, name),
      }),
      refreshes: refreshes(ref.kind),
    });
  };
  return { put, restore };
}
