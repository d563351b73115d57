import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { BlindPage } from "@/components/blind/blind-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Blind review" };

export default async function BlindRoute({
  params,
}: {
  params: Promise<{ lab: string; dashboard: string }>;
}) {
  const { lab, dashboard } = await params;
  const mayMake = mayEdit(await labOf(lab));
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(
          trpc.dashboards.view.queryOptions({ lab, id: dashboard, version: null, values: "" }),
        )
      }
      also={[(trpc, client) => client.fetchQuery(trpc.blind.list.queryOptions({ lab, dashboard }))]}
    >
      <BlindPage lab={lab} dashboard={dashboard} mayMake={mayMake} />
    </Prefetched>
  );
}
