"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";

export function MemberList({ lab }: { lab: string }) {
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
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </QueryState>
  );
}
