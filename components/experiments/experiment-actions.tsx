"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useToast } from "@/components/ui/toast";
import type { ExperimentDetail } from "@/contracts/experiment";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { compareHref } from "./compare-href";
import { isOpen } from "./counts";

export function ExperimentActions({
  lab,
  detail,
  mayRun,
}: {
  lab: string;
  detail: ExperimentDetail;
  mayRun: boolean;
}) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const input = { lab, experiment: detail.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.experiments.pathKey() });
  const failed = (title: string) => (error: { message: string }) =>
    toast({ title, description: said(error), tone: "danger" });
  const retry = useMutation(
    trpc.experiments.retryFailed.mutationOptions({
      onSuccess: async ({ retried }) => {
        await refresh();
        toast({ title: `${retried} runs are waiting again.` });
      },
      onError: failed("The runs were not started again."),
    }),
  );
  const cancel = useMutation(
    trpc.experiments.cancel.mutationOptions({
      onSuccess: async ({ cancelled, kept }) => {
        await refresh();
        toast({
          title: `${cancelled} runs cancelled.`,
          description:
            kept > 0 ? `${kept} go on, because another experiment wants them.` : "What is done stays.",
          undo: cancelled > 0 ? () => retry.mutate(input) : undefined,
        });
      },
      onError: failed("The experiment was not cancelled."),
    }),
  );
  const { counts } = detail;
  return (
    <>
      <ButtonLink look="primary" href={compareHref(lab, detail)}>
        Compare
      </ButtonLink>
      <DiscussButton />
      {mayRun && (
        <ButtonLink href={`/lab/${lab}/experiments/new?from=${detail.id}`}>
          Run again, more subjects
        </ButtonLink>
      )}
      {mayRun && counts.failed + counts.cancelled > 0 && (
        <Button busy={retry.isPending} onClick={() => retry.mutate(input)}>
          Retry {counts.failed > 0 ? "failed" : "cancelled"}
        </Button>
      )}
      {mayRun && isOpen(counts) && (
        <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate(input)}>
          Cancel runs
        </Button>
      )}
    </>
  );
}
