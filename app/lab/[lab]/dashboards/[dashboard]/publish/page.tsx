import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { PublishPage } from "@/components/publications/publish-page";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Publish" };

export default async function PublishRoute({
  params,
}: {
  params: Promise<{ lab: string; dashboard: string }>;
}) {
  const { lab, dashboard } = await params;
  if (!mayEdit(await labOf(lab))) notFound();
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(
          trpc.dashboards.view.queryOptions({ lab, id: dashboard, version: null, values: "" }),
        )
      }
    >
      <PublishPage lab={lab} dashboard={dashboard} />
    </Prefetched>
  );
}
