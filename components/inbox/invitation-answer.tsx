"use client";
import { said } from "@/components/list/said";
import { arrive } from "@/components/people/enter";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Problem } from "@/components/ui/problem";
import type { InboxItemView } from "@/contracts/inbox";
import type { InvitationState } from "@/contracts/member";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

const ended: Record<Exclude<InvitationState, "open" | "accepted">, string> = {
  expired: "The invitation has expired. Ask for a new one.",
  revoked: "The invitation was taken back.",
  void: "Whoever made the invitation is no owner of the lab any more, so it counts no more.",
};

/** Takes an invitation up where it is met. */
export function InvitationAnswer({ item, onJoin }: { item: InboxItemView; onJoin: () => void }) {
  const trpc = useTRPC();
  const [gone, setGone] = useState(false);
  const join = useMutation(
    trpc.invitations.join.mutationOptions({
      onSuccess: ({ slug }) => {
        if (!slug) return setGone(true);
        onJoin();
        arrive(`/lab/${slug}`);
      },
    }),
  );
  const { invitation, lab } = item;
  if (!invitation) return null;
  if (lab.slug)
    return (
      <ButtonLink href={`/lab/${lab.slug}`} className="self-start">
        Open {lab.name}
      </ButtonLink>
    );
  if (invitation.state === "accepted") return <p className="text-sm text-muted">It was used.</p>;
  if (invitation.state !== "open") return <p className="text-sm text-muted">{ended[invitation.state]}</p>;
  return (
    <>
      <Button
        look="primary"
        className="self-start"
        busy={join.isPending}
        onClick={() => join.mutate({ id: invitation.id })}
      >
        Join {lab.name}
      </Button>
      {(gone || join.error) && (
        <Problem title="You did not join.">
          {join.error
            ? said(join.error)
            : "The invitation was used or taken back meanwhile. Ask for a new one."}
        </Problem>
      )}
    </>
  );
}
