"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC } from "@/components/providers/trpc";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { LabSummary } from "@/contracts/lab";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MemberMenu } from "./member-menu";
import { ResetLink } from "./reset-link";
import { RoleSelect } from "./role-select";

/** Who is in the lab; owners change roles where they stand. */
export function MemberList({ lab, you }: { lab: LabSummary; you: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.labs.members.infiniteQueryOptions({ lab: lab.slug }, { getNextPageParam: nextPage }),
  );
  const mayManage = lab.role === "owner";
  return (
    <Paged query={query} what="the members of this lab" noun="members">
      {(members) => (
        <Table label="Members" className="max-w-4xl">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th className="max-md:hidden">E-mail</Th>
              <Th>Role</Th>
              <Th>Member since</Th>
              {mayManage && (
                <Th>
                  <span className="sr-only">Manage</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Tr key={member.userId}>
                <Td className="font-medium max-md:min-w-40">
                  <bdi>{member.name}</bdi>{" "}
                  {member.userId === you && <span className="text-muted">(you)</span>}
                  <span className="block text-sm font-normal break-all text-muted md:hidden">
                    {member.email}
                  </span>
                </Td>
                <Td className="max-md:hidden">{member.email}</Td>
                <Td>{mayManage ? <RoleSelect lab={lab.slug} member={member} /> : member.role}</Td>
                <Td className="whitespace-nowrap text-muted">
                  <When date={member.since} />
                </Td>
                {mayManage && (
                  <Td className="text-right">
                    <span className="inline-flex items-center gap-1">
                      {member.userId !== you && <ResetLink lab={lab.slug} member={member} />}
                      <MemberMenu lab={lab} member={member} isYou={member.userId === you} />
                    </span>
                  </Td>
                )}
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Paged>
  );
}
