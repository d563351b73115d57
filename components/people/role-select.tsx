"use client";
import { useTRPC } from "@/components/providers/trpc";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { type MemberRole, memberRoles } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import { type Member, useMembers } from "./use-members";

/** Changes at once; a refusal puts the role back and says why, and every change can be undone. */
export function RoleSelect({ lab, member }: { lab: string; member: Member }) {
  const trpc = useTRPC();
  const toast = useToast();
  const members = useMembers(lab);
  const { userId, name } = member;
  const change = useMutation(
    trpc.labs.setRole.mutationOptions({
      onMutate: ({ role }) => {
        const before = members.current() ?? [];
        members.show(before.map((one) => (one.userId === userId ? { ...one, role } : one)));
        return before;
      },
      onError: (error, _, before) => {
        if (before) members.show(before);
        members.failed(`${name} keeps the role.`)(error);
      },
      onSuccess: members.changed,
    }),
  );
  const set = (role: MemberRole, undo?: MemberRole) =>
    change.mutate(
      { lab, userId, role },
      {
        onSuccess: () => toast({ title: `${name} is now ${role}.`, undo: undo && (() => set(undo)) }),
      },
    );
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
