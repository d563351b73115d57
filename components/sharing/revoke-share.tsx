"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { useToast } from "@/components/ui/toast";
import type { ShareSummary } from "@/contracts/share";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Departures } from "./departures";
import { whom } from "./terms-words";

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
  const toast = useToast();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.shares.revoke.mutationOptions({
      onSuccess: async (ended) => {
        await queryClient.invalidateQueries({ queryKey: trpc.shares.given.pathKey() });
        const left = ended.departures.length;
        toast({
          title: `It is not shared with ${whom(ended)} any more.`,
          description:
            left > 0
              ? `What had left, ${left}, stays theirs: “Who sees what” lists it.`
              : "Nothing had left.",
        });
        onDone();
      },
    }),
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">
        Stop sharing with <bdi>{whom(share)}</bdi>
      </p>
      <p>They see nothing of it from the next moment on. To share it again you make a new offer.</p>
      {share.departures.length > 0 ? (
        <>
          <p>What has left already stays with them:</p>
          <Departures departures={share.departures} />
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
