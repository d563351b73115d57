import { Prefetched } from "@/app/_page/prefetched";
import { MemberList } from "@/components/people/member-list";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab } = await params;
  return (
    <Prefetched also={[(trpc, client) => client.fetchQuery(trpc.labs.members.queryOptions({ lab }))]}>
      <PageHead title="Members" />
      <MemberList lab={lab} />
    </Prefetched>
  );
}
