"use client";
import { useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { Select } from "@/components/ui/select";
import { type MemberRole, memberRoles } from "@/contracts/lab";
import { type Member, useMembers } from "./use-members";

/** Changes at once; a refusal puts the role back and says why, and every change can be undone. */
export function RoleSelect({ lab, member }: { lab: string; member: Member }) {
  const client = useTRPCClient();
  const deed = useDeed();
  const members = useMembers();
  const { userId, name } = member;
  const set = (role: MemberRole, undo?: MemberRole) =>
    void deed({
      shows: [members.showing(userId, { role })],
      does: async () => {
        await client.labs.setRole.mutate({ lab, userId, role });
        members.refresh();
      },
      failed: `${name} keeps the role.`,
      done: () => ({ title: `${name} is now ${role}.`, undo: undo && (() => set(undo)) }),
      refreshes: [members.queryKey],
    });
  return (
    <Select
      aria-label={`Role of ${name}`}
      className="min-w-32"
      value={member.role}
      onChange={(event) => set(event.target.value as MemberRole, member.role)}
    >
      {memberRoles.map((role) => (
        <option key={role}>{role}</option>
      ))}
    </Select>
  );
}
