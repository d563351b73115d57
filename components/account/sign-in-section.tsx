"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { AccountProfile } from "@/contracts/account";
import { useMutation } from "@tanstack/react-query";
import { ChangeEmail } from "./change-email";
import { ChangePassword } from "./change-password";
import { LinkedPlaces } from "./linked-places";

export function SignInSection({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const toast = useToast();
  const verify = useMutation(
    trpc.account.verifyEmail.mutationOptions({
      onSuccess: () =>
        toast({ title: "A letter is on its way.", description: `Open its link: ${profile.email}` }),
      onError: (error) => toast({ title: "No letter was sent.", description: said(error), tone: "danger" }),
    }),
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-2">
          <span className="break-all">{profile.email}</span>
          <Badge tone={profile.emailVerified ? "strong" : "plain"}>
            {profile.emailVerified ? "verified" : "not verified"}
          </Badge>
        </span>
        {profile.mail && !profile.emailVerified && (
          <Button busy={verify.isPending} disabled={profile.isShared} onClick={() => verify.mutate()}>
            Send a link to verify it
          </Button>
        )}
        <ChangeEmail profile={profile} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex-1 basis-64">{profile.hasPassword ? "Password" : "No password"}</span>
        <ChangePassword profile={profile} />
      </div>
      <LinkedPlaces profile={profile} />
    </div>
  );
}
