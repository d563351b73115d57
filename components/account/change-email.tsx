"use client";
import { fieldSaid } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { AccountProfile } from "@/contracts/account";
import { email as emailRule } from "@/contracts/lab";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProofDialog } from "./proof-dialog";

export function ChangeEmail({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const change = useMutation(trpc.account.changeEmail.mutationOptions());
  const read = emailRule.safeParse(typed);
  return (
    <ProofDialog
      button="Change e-mail"
      title="Change e-mail"
      description={
        profile.mail
          ? "A letter with a link goes to the new address. The address changes when the link is opened."
          : "This server sends no mail, so the address changes at once."
      }
      deed="Change e-mail"
      failed="The address is as it was."
      email={profile.email}
      hasPassword={profile.hasPassword}
      disabled={profile.isShared}
      attempt={change}
      onOpenChange={() => {
        setTyped("");
        setAsked(false);
      }}
      onSend={(password, done) => {
        setAsked(true);
        if (!read.success) return;
        change.mutate(
          { password, email: read.data },
          {
            onSuccess: ({ sent }) => {
              done();
              toast(
                sent
                  ? { title: "A letter is on its way.", description: `Open its link: ${read.data}` }
                  : {
                      title: "The address is changed.",
                      description: `From now on you sign in with ${read.data}.`,
                    },
              );
              void queryClient.invalidateQueries({ queryKey: trpc.account.pathKey() });
            },
          },
        );
      }}
    >
      <Field
        label="New e-mail"
        error={
          (asked && !read.success ? read.error.issues[0].message : null) ?? fieldSaid(change.error, "email")
        }
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="email"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </ProofDialog>
  );
}
