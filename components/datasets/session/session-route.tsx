"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { SubjectPage } from "../subject/subject-page";
import { SessionPage } from "./session-page";

/** Of the version that the address names, else of the newest: the session that it names, else all of them. */
export function SessionRoute({ lab, dataset, subject }: { lab: string; dataset: string; subject: string }) {
  const trpc = useTRPC();
  const address = useSearchParams();
  const query = useQuery(trpc.datasets.get.queryOptions({ lab, datasetId: dataset }));
  const Page = address.has("session") ? SessionPage : SubjectPage;
  return (
    <QueryState query={query} what="this dataset">
      {({ latest }) => <Page lab={lab} version={address.get("version") ?? latest.id} subject={subject} />}
    </QueryState>
  );
}
