import { Prefetched } from "@/app/_page/prefetched";
import { labOf } from "@/app/_page/visitor";
import { nextPage } from "@/components/list/list-state";
import { LabTabs } from "@/components/lab/lab-tabs";
import { GivenTable } from "@/components/sharing/given-table";
import { ReceivedList } from "@/components/sharing/received-list";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Who sees what" };

export default async function SharingPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.shares.given.infiniteQueryOptions({ lab: slug }, { getNextPageParam: nextPage }),
          ),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.shares.received.infiniteQueryOptions({ lab: slug }, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <LabTabs lab={lab} />
      <PageHead title="Who sees what" />
      <div className="flex flex-col gap-8">
        <p className="max-w-prose text-muted">
          The{" "}
          <Link href={`/lab/${slug}/members`} className="text-accent underline">
            members
          </Link>{" "}
          see everything in this lab. Of other labs, each sees what stands here, and nothing else.
        </p>
        <section aria-labelledby="out" className="flex flex-col gap-2">
          <h2 id="out" className="font-semibold">
            What other labs see of ours
          </h2>
          <GivenTable lab={lab} />
        </section>
        <section aria-labelledby="in" className="flex flex-col gap-2">
          <h2 id="in" className="font-semibold">
            What we see of other labs
          </h2>
          <ReceivedList lab={lab} />
        </section>
      </div>
    </Prefetched>
  );
}
