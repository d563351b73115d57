"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { SessionPage } from "./session-page";

/** Of the version that the address names, else of the newest. */
export function SessionRoute({ lab, dataset, subject }: { lab: string; dataset: string; subject: string }) {
  const trpc = useTRPC();
  const version = useSearchParams().get("version");
  const query = useQuery(trpc.datasets.get.queryOptions({ lab, datasetId: dataset }));
  return (
    <QueryState query={query} what="this dataset">
      {({ latest }) => <SessionPage lab={lab} version={version ?? latest.id} subject={subject} />}
    </QueryState>
  );
}
