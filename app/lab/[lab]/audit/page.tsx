import { Prefetched } from "@/app/_page/prefetched";
import { queryOf, type SearchParams } from "@/app/_page/query";
import { labOf } from "@/app/_page/visitor";
import { readFilter } from "@/components/activity/log-address";
import { LogPage } from "@/components/activity/log-page";
import { nextPage } from "@/components/activity/pages";
import { LabTabs } from "@/components/lab/lab-tabs";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: SearchParams;
}) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  if (lab.role !== "owner") notFound();
  const filter = readFilter(await queryOf(searchParams));
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.activity.log.infiniteQueryOptions({ lab: slug, ...filter }, { getNextPageParam: nextPage }),
          ),
        (trpc, client) => client.fetchQuery(trpc.activity.people.queryOptions({ lab: slug })),
      ]}
    >
      <LabTabs lab={lab} />
      <LogPage lab={slug} />
    </Prefetched>
  );
}
