"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import type { ShareSummary } from "@/contracts/share";
import { useMutation } from "@tanstack/react-query";
import { Departures } from "./departures";
import { whom } from "./terms-words";
import { useGivenChanged } from "./use-given-changed";

/** Cannot be undone: it says before what an end cannot call back. */
export function RevokeShare({
  lab,
  share,
  onDone,
}: {
  lab: string;
  share: ShareSummary;
  onDone: () => void;
}) {
  const trpc = useTRPC();
  const changed = useGivenChanged(onDone);
  const revoke = useMutation(
    trpc.shares.revoke.mutationOptions({
      onSuccess: (ended) =>
        changed({
          title: `It is not shared with ${whom(ended)} any more.`,
          description:
            ended.departures > 0
              ? `What had left, ${ended.departures}, stays theirs: “Who sees what” lists it.`
              : "Nothing had left.",
        }),
    }),
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">
        Stop sharing with <bdi>{whom(share)}</bdi>
      </p>
      <p>They see nothing of it from the next moment on. To share it again you make a new offer.</p>
      {share.departures > 0 ? (
        <>
          <p>What has left already stays with them:</p>
          <Departures lab={lab} share={share.id} />
        </>
      ) : (
        <p className="text-muted">Nothing of it has left so far.</p>
      )}
      {revoke.error && <Problem title="It is still shared.">{said(revoke.error)}</Problem>}
      <div className="flex gap-2">
        <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate({ lab, id: share.id })}>
          Stop sharing
        </Button>
        <Button look="quiet" onClick={onDone}>
          Keep sharing
        </Button>
      </div>
    </div>
  );
}
