"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useQuery } from "@tanstack/react-query";
import { Editor } from "./editor";

export function EditorPage({ lab, dashboard }: { lab: string; dashboard: string }) {
  const trpc = useTRPC();
  const query = useQuery(
    // the editor holds the draft itself from here on: a refetch must not take it away
    trpc.dashboards.draft.queryOptions(
      { lab, id: dashboard },
      { refetchOnWindowFocus: false, staleTime: 0, gcTime: 0 },
    ),
  );
  return (
    <QueryState query={query} what="the draft of this dashboard">
      {(draft) => <Editor key={dashboard} lab={lab} first={draft} />}
    </QueryState>
  );
}
