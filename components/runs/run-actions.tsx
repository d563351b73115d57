"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useToast } from "@/components/ui/toast";
import type { RunDetail } from "@/contracts/run";
import { useMutation, useQueryClient } from "@tanstack/react-query";

export function RunActions({ lab, detail, mayRun }: { lab: string; detail: RunDetail; mayRun: boolean }) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const input = { lab, run: detail.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.runs.pathKey() });
  const failed = (title: string) => (error: { message: string }) =>
    toast({ title, description: said(error), tone: "danger" });
  const retry = useMutation(
    trpc.runs.retry.mutationOptions({
      onSuccess: refresh,
      onError: failed("The run was not started again."),
    }),
  );
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast({ title: "The run is cancelled.", undo: () => retry.mutate(input) });
      },
      onError: failed("The run was not cancelled."),
    }),
  );
  if (!mayRun) return <DiscussButton />;
  const open = detail.status === "queued" || detail.status === "running";
  const experiment = detail.experiments[0];
  return (
    <>
      <DiscussButton />
      {(detail.status === "failed" || detail.status === "cancelled") && (
        <Button look="primary" busy={retry.isPending} onClick={() => retry.mutate(input)}>
          Retry
        </Button>
      )}
      {open && (
        <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate(input)}>
          Cancel
        </Button>
      )}
      {experiment && (
        <ButtonLink href={`/lab/${lab}/experiments/new?from=${experiment.id}`}>
          Run again, more subjects
        </ButtonLink>
      )}
    </>
  );
}
