"use client";
import { useTRPC } from "@/components/providers/trpc";
import type { ObjectKind } from "@/contracts/object";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect } from "react";

const rooms: Record<string, ObjectKind> = {
  models: "model",
  experiments: "experiment",
  runs: "run",
  datasets: "dataset",
  paradigms: "paradigm",
  compare: "comparison",
  dashboards: "dashboard",
};
const noId = new Set(["new", "all"]);

/** Remembers which objects a person opens, so that a search can offer them first. The page's own questions go before. */
export function useVisit(lab: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const pathname = usePathname();
  const { mutate } = useMutation(
    trpc.search.visit.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.search.recent.queryKey({ lab }) }),
    }),
  );
  useEffect(() => {
    const [room, id] = pathname.slice(`/lab/${lab}/`.length).split("/");
    const kind = rooms[room];
    if (!kind || !id || noId.has(id)) return;
    const timer = setTimeout(() => mutate({ lab, ref: { kind, id } }), 1500);
    return () => clearTimeout(timer);
  }, [lab, pathname, mutate]);
}
