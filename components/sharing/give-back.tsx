"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/problem";
import { useToast } from "@/components/ui/toast";
import type { LabSummary } from "@/contracts/lab";
import type { ReceivedShare } from "@/contracts/share";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** Only the other lab can bring it back; so the person is asked. */
export function GiveBack({
  lab,
  share,
  onClose,
}: {
  lab: LabSummary;
  share: ReceivedShare;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const name = share.object.name ?? "what is in their trash";
  const end = useMutation(
    trpc.shares.end.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.shares.received.pathKey() });
        toast({ title: `“${name}” is given back to ${share.from}.` });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Give back “${name}”`}
      description={`Nobody in ${lab.name} sees it any more, until ${share.from} offers it again. Forks and exports that you made stay.`}
    >
      {end.error && <Problem title="It is still shared with you.">{said(end.error)}</Problem>}
      <Button
        look="danger"
        className="self-start"
        busy={end.isPending}
        onClick={() => end.mutate({ lab: lab.slug, id: share.id })}
      >
        Give back
      </Button>
    </Dialog>
  );
}
