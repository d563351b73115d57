"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { LabSummary } from "@/contracts/lab";
import { type MemberRole, memberRoles } from "@/contracts/lab";
import { invitationDays } from "@/contracts/member";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

const may: Record<MemberRole, string> = {
  owner: "does everything, members and the lab's end included",
  editor: "makes models, launches experiments, uploads recordings",
  commenter: "reads and comments",
  viewer: "reads",
};

/** Makes one link for one person; without mail it is shown this once, to be handed over. */
export function InviteDialog({ lab, mail }: { lab: LabSummary; mail: boolean }) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<MemberRole>("editor");
  const [email, setEmail] = useState("");
  const [url, setUrl] = useState<string | null>(null);
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({
      onSuccess: async (made) => {
        await queryClient.invalidateQueries({ queryKey: trpc.invitations.list.pathKey() });
        if (made.url) return setUrl(made.url);
        setOpen(false);
        toast({ title: `The invitation is on its way to ${email.trim()}.` });
      },
    }),
  );
  const show = (next: boolean) => {
    setOpen(next);
    setUrl(null);
    setEmail("");
    invite.reset();
  };
  return (
    <>
      <Button look="primary" onClick={() => show(true)}>
        Invite
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title={url ? "Hand this link over" : `Invite somebody to ${lab.name}`}
        description={
          url
            ? `It lets one person in as ${role}, once, within ${invitationDays.usual} days. It is not shown again.`
            : "One link for one person. It works once, and you can revoke it while nobody has used it."
        }
      >
        {url ? (
          <div className="flex flex-wrap items-start gap-2">
            <code className="min-w-0 flex-1 rounded border border-line bg-wash p-2 font-mono text-sm break-all">
              {url}
            </code>
            <CopyButton text={url} label="Copy the link" />
          </div>
        ) : (
          <form
            noValidate
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              invite.mutate({ lab: lab.slug, role, email: email.trim() || null });
            }}
          >
            <Field label="Role" hint={`${role[0].toUpperCase()}${role.slice(1)}: ${may[role]}.`}>
              {(control) => (
                <Select
                  {...control}
                  value={role}
                  onChange={(event) => setRole(event.target.value as MemberRole)}
                >
                  {memberRoles.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              label="E-mail"
              optional
              hint={
                mail
                  ? "The link is mailed there, and only an account with this address can use it."
                  : "Only an account with this address can use the link. This server sends no mail: you hand the link over."
              }
              error={fieldSaid(invite.error, "email")}
            >
              {(control) => (
                <Input
                  {...control}
                  type="email"
                  autoComplete="off"
                  value={email}
                  onChange={(event) => setEmail(event.target.value)}
                />
              )}
            </Field>
            {invite.error && <Problem title="Nobody was invited.">{said(invite.error)}</Problem>}
            <SubmitButton className="self-start" busy={invite.isPending}>
              {mail && email.trim() ? "Send the invitation" : "Make the link"}
            </SubmitButton>
          </form>
        )}
      </Dialog>
    </>
  );
}
