"use client";
import { fieldSaid } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { AccountProfile } from "@/contracts/account";
import { password as passwordRule } from "@/contracts/lab";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProofDialog } from "./proof-dialog";

export function ChangePassword({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const change = useMutation(trpc.account.changePassword.mutationOptions());
  const read = passwordRule.safeParse(typed);
  const word = profile.hasPassword ? "Change password" : "Set a password";
  return (
    <ProofDialog
      button={word}
      title={word}
      description="All other browsers are signed out."
      deed={word}
      failed="The password is as it was."
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
          { password, newPassword: typed },
          {
            onSuccess: () => {
              done();
              toast({ title: "The password is changed.", description: "Other browsers are signed out." });
              void queryClient.invalidateQueries({ queryKey: trpc.account.pathKey() });
            },
          },
        );
      }}
    >
      <Field
        label="New password"
        hint="At least 10 characters."
        error={
          (asked && !read.success ? read.error.issues[0].message : null) ??
          fieldSaid(change.error, "newPassword")
        }
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </ProofDialog>
  );
}
