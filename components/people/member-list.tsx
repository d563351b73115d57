"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { ResetLink } from "./reset-link";
import { useQuery } from "@tanstack/react-query";

export function MemberList({ lab, mayManage }: { lab: string; mayManage: boolean }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.labs.members.queryOptions({ lab }));
  return (
    <QueryState query={query} what="the members of this lab">
      {(members) => (
        <Table label="Members" className="max-w-3xl">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>E-mail</Th>
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
            {members.map(({ userId, name, email, role, since }) => (
              <Tr key={userId}>
                <Td className="font-medium">{name}</Td>
                <Td>{email}</Td>
                <Td>{role}</Td>
                <Td className="text-muted">
                  <When date={since} />
                </Td>
                {mayManage && (
                  <Td className="text-right">
                    <ResetLink lab={lab} member={{ userId, name }} />
                  </Td>
                )}
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </QueryState>
  );
}
