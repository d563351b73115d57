import { type Ask, Prefetched } from "@/app/_page/prefetched";
import { labOf, person } from "@/app/_page/visitor";
import { LabTabs } from "@/components/lab/lab-tabs";
import { nextPage } from "@/components/list/list-state";
import { InvitationList } from "@/components/people/invitation-list";
import { MemberList } from "@/components/people/member-list";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  const { id } = await person();
  const isOwner = lab.role === "owner";
  const invitations: Ask = (trpc, client) =>
    client.fetchInfiniteQuery(
      trpc.invitations.list.infiniteQueryOptions({ lab: slug, limit: 20 }, { getNextPageParam: nextPage }),
    );
  return (
    <Prefetched
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.labs.members.infiniteQueryOptions({ lab: slug }, { getNextPageParam: nextPage }),
          ),
        ...(isOwner ? [invitations] : []),
      ]}
    >
      <LabTabs lab={lab} />
      <PageHead title="Members" />
      <div className="flex flex-col gap-8">
        <MemberList lab={lab} you={id} />
        {isOwner && <InvitationList lab={lab} />}
      </div>
    </Prefetched>
  );
}
