import { Prefetched } from "@/app/_page/prefetched";
import { labOf } from "@/app/_page/visitor";
import { MemberList } from "@/components/people/member-list";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab } = await params;
  const { role } = await labOf(lab);
  return (
    <Prefetched also={[(trpc, client) => client.fetchQuery(trpc.labs.members.queryOptions({ lab }))]}>
      <PageHead title="Members" />
      <MemberList lab={lab} mayManage={role === "owner"} />
    </Prefetched>
  );
}
