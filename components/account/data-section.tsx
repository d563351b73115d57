"use client";
import { useTRPC } from "@/components/providers/trpc";
import { arrive } from "@/components/people/enter";
import { buttonClass } from "@/components/ui/button";
import type { AccountProfile } from "@/contracts/account";
import { useMutation } from "@tanstack/react-query";
import { ProofDialog } from "./proof-dialog";

export function DataSection({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const remove = useMutation(trpc.account.remove.mutationOptions());
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="max-w-prose flex-1 basis-64">
          A zip archive of all that this server knows of you: account, sessions, memberships, and what you
          made and wrote, as JSON, with a README.
        </p>
        {!profile.isShared && (
          <a href="/api/account/export" download className={buttonClass()}>
            Export my data
          </a>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="max-w-prose flex-1 basis-64">
          Deleting the account signs you out everywhere and forgets your name and address. What you made stays
          with its lab, under a pseudonym such as Former member 7f3a.
        </p>
        <ProofDialog
          button="Delete my account"
          look="danger"
          title="Delete my account"
          description="This cannot be undone. A lab of which you are the only owner must be handed over or deleted first. Export your data before, if you want to keep it."
          deed="Delete my account"
          failed="The account is still there."
          email={profile.email}
          hasPassword={profile.hasPassword}
          disabled={profile.isShared}
          attempt={remove}
          onSend={(password) =>
            remove.mutate({ password }, { onSuccess: () => arrive("/sign-in?place=deleted") })
          }
        />
      </div>
    </div>
  );
}
