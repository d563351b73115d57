"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { PageHead } from "@/components/ui/page-head";
import { useQuery } from "@tanstack/react-query";
import { PublishForm } from "./publish-form";

/** Freezes the newest version of a dashboard under a public address. */
export function PublishPage({ lab, dashboard }: { lab: string; dashboard: string }) {
  const trpc = useTRPC();
  const view = useQuery(
    trpc.dashboards.view.queryOptions(
      { lab, id: dashboard, version: null, values: "" },
      { staleTime: Infinity },
    ),
  );
  const published = useQuery(trpc.publications.list.queryOptions({ lab, dashboard, limit: 200 }));
  const profile = useQuery(trpc.account.profile.queryOptions());
  return (
    <QueryState query={view} what="this dashboard">
      {(shown) => (
        <>
          <PageHead
            crumbs={[
              { label: "Dashboards", href: `/lab/${lab}/dashboards` },
              { label: shown.dashboard.name, href: `/lab/${lab}/dashboards/${dashboard}` },
            ]}
            title="Publish"
            facts={[
              `version ${shown.dashboard.latest.number} of the dashboard`,
              shown.dashboard.draft.differs && "its draft has changes that are not in it",
            ]}
          />
          <QueryState query={published} what="what is published already">
            {({ rows: publications }) => (
              <QueryState query={profile} what="your name">
                {(me) => <PublishForm lab={lab} view={shown} publications={publications} me={me} />}
              </QueryState>
            )}
          </QueryState>
        </>
      )}
    </QueryState>
  );
}
