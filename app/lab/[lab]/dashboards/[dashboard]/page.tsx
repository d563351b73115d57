import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf, mayEdit, orMissing } from "@/app/_page/visitor";
import { DashboardPage } from "@/components/dashboards/dashboard-page";
import { portionAt } from "@/contracts/dashboard";
import { variableQuery } from "@/contracts/dashboard-address";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";

interface Props {
  params: Promise<{ lab: string; dashboard: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab, dashboard } = await params;
  await labOf(lab);
  const ref = { kind: "dashboard" as const, id: dashboard };
  return { title: (await orMissing((await serverCaller()).objects.get({ lab, ref }))).name };
}

export default async function DashboardRoute({ params, searchParams }: Props) {
  const { lab, dashboard } = await params;
  const query = await queryOf(searchParams);
  const version = Number(new URLSearchParams(query).get("version")) || null;
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(
          trpc.dashboards.view.queryOptions({
            ...{ lab, id: dashboard, version },
            ...{ values: variableQuery(query), part: portionAt(0) },
          }),
        )
      }
    >
      <DashboardPage lab={lab} dashboard={dashboard} version={version} mayEdit={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
