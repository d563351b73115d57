"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { PageHead } from "@/components/ui/page-head";
import { useQuery } from "@tanstack/react-query";
import { CopyList } from "./copy-list";
import { NewCopyForm } from "./new-copy-form";

/** Copies of a dashboard for reviewers, who see nothing of whose it is, and the links to them. */
export function BlindPage({ lab, dashboard, mayMake }: { lab: string; dashboard: string; mayMake: boolean }) {
  const trpc = useTRPC();
  const view = useQuery(
    trpc.dashboards.view.queryOptions(
      { lab, id: dashboard, version: null, values: "" },
      { staleTime: Infinity },
    ),
  );
  const copies = useQuery(trpc.blind.list.queryOptions({ lab, dashboard }));
  return (
    <QueryState query={view} what="this dashboard">
      {(shown) => (
        <>
          <PageHead
            crumbs={[
              { label: "Dashboards", href: `/lab/${lab}/dashboards` },
              { label: shown.dashboard.name, href: `/lab/${lab}/dashboards/${dashboard}` },
            ]}
            title="Blind review"
          />
          <div className="flex flex-col gap-8">
            <QueryState query={copies} what="the blind copies">
              {(all) => <CopyList lab={lab} dashboard={dashboard} copies={all} mayMake={mayMake} />}
            </QueryState>
            {mayMake && <NewCopyForm lab={lab} view={shown} />}
          </div>
        </>
      )}
    </QueryState>
  );
}
