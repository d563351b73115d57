"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveButton } from "@/components/ui/live-button";
import { Problem } from "@/components/ui/problem";
import { When } from "@/components/ui/when";
import type { InvitationState, PendingInvitation } from "@/contracts/member";
import { useMutation } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { arrive } from "./enter";

const ended: Record<Exclude<InvitationState, "open">, string> = {
  accepted: "It was used. A link lets one person in, once.",
  expired: "It has expired.",
  revoked: "It was revoked.",
  void: "Whoever made it is no owner of the lab any more, so it counts no more.",
};

/** What an opened invitation leads to, and what stands in the way. */
export function Join({
  invitation,
  person,
}: {
  invitation: PendingInvitation | null;
  person: { name: string; email: string } | null;
}) {
  const trpc = useTRPC();
  const [refused, setRefused] = useState<string | null>(null);
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: ({ outcome, slug }) => {
        if (slug) return arrive(`/lab/${slug}`);
        setRefused(
          outcome === "wrong-account"
            ? "It was made for another address."
            : "Somebody used or revoked it while you were looking. Ask for a new one.",
        );
      },
    }),
  );
  if (!invitation)
    return (
      <EmptyState title="There is no invitation here">
        Open the link that you were given once more. If it still leads here, it is mistyped: ask an owner of
        the lab for a new one.
      </EmptyState>
    );
  const { lab, role, invitedBy, expiresAt, state, email, you, slug } = invitation;
  if (you === "member")
    return (
      <EmptyState
        title={`You are in ${lab} already`}
        action={<ButtonLink href={`/lab/${slug}`}>Open {lab}</ButtonLink>}
      >
        {state === "open" && "The link is not used up: it still lets one other person in."}
      </EmptyState>
    );
  if (state !== "open")
    return (
      <EmptyState title="This invitation opens nothing any more">
        {ended[state]} Ask {invitedBy ?? "an owner"} for a new one.
      </EmptyState>
    );
  return (
    <>
      <p>
        <span className="font-medium">{invitedBy ?? "An owner"}</span> invites you to{" "}
        <span className="font-medium">{lab}</span>, as {role}. The link works once, until{" "}
        <When exact date={expiresAt} />.
      </p>
      {you === "signed-out" && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink look="primary" href="/sign-in?next=/join">
            Sign in
          </ButtonLink>
          <ButtonLink href="/sign-up?next=/join">Make an account</ButtonLink>
        </div>
      )}
      {you === "wrong-account" && (
        <Problem title="This invitation is for another account.">
          It was made for {email}; you are signed in as {person?.email}. Sign in with the account that has
          that address, or ask {invitedBy ?? "an owner"} for an invitation to yours.
        </Problem>
      )}
      {you === "welcome" && (
        <>
          <p className="text-muted">
            You are signed in as {person?.name}, {person?.email}.
          </p>
          <LiveButton
            look="primary"
            busy={accept.isPending || (accept.isSuccess && refused === null)}
            onClick={() => accept.mutate()}
          >
            Join {lab}
          </LiveButton>
        </>
      )}
      {(accept.error || refused) && (
        <Problem title="You have not joined.">{refused ?? said(accept.error!)}</Problem>
      )}
      {person && (
        <Button look="quiet" onClick={() => void signOut({ callbackUrl: "/sign-in?next=/join" })}>
          Sign in as somebody else
        </Button>
      )}
    </>
  );
}
