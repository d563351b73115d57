"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showing, useDeed } from "@/components/providers/use-deed";
import { ShareButton } from "@/components/sharing/share-button";
import { NwbLink } from "@/components/runs/nwb-link";
import { TrashButton } from "@/components/trash/trash-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { ExperimentDetail } from "@/contracts/experiment";
import { compareHref } from "./compare-href";
import { isOpen } from "./counts";
import { withRuns } from "./shown-runs";

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
  const { experiments: client } = useTRPCClient();
  const deed = useDeed();
  const input = { lab, experiment: detail.id };
  const key = trpc.experiments.get.queryKey(input);
  const refreshes = [trpc.experiments.pathKey(), trpc.runs.list.pathKey()];
  const retry = () =>
    void deed({
      shows: [showing<ExperimentDetail>(key, (now) => withRuns(now, ["failed", "cancelled"], "queued"))],
      does: () => client.retryFailed.mutate(input),
      failed: "The runs were not started again.",
      done: ({ retried }) => ({ title: `${retried} runs are waiting again.` }),
      refreshes,
    });
  const cancel = () =>
    void deed({
      shows: [showing<ExperimentDetail>(key, (now) => withRuns(now, ["queued", "running"], "cancelled"))],
      does: () => client.cancel.mutate(input),
      failed: "The experiment was not cancelled.",
      done: ({ cancelled, kept }) => ({
        title: `${cancelled} runs cancelled.`,
        description:
          kept > 0 ? `${kept} go on, because another experiment wants them.` : "What is done stays.",
        undo: cancelled > 0 ? retry : undefined,
      }),
      refreshes,
    });
  const { counts } = detail;
  return (
    <>
      <ButtonLink look="primary" href={compareHref(lab, detail)}>
        Compare
      </ButtonLink>
      <DiscussButton />
      <ShareButton lab={lab} object={{ kind: "experiment", id: detail.id }} name={detail.name} />
      {counts.done > 0 && <NwbLink lab={lab} of="experiments" id={detail.id} />}
      {mayRun && (
        <ButtonLink data-new="" href={`/lab/${lab}/experiments/new?from=${detail.id}`}>
          Run again, more subjects
        </ButtonLink>
      )}
      {mayRun && counts.failed + counts.cancelled > 0 && (
        <Button onClick={retry}>Retry {counts.failed > 0 ? "failed" : "cancelled"}</Button>
      )}
      {mayRun && isOpen(counts) && (
        <Button look="danger" onClick={cancel}>
          Cancel runs
        </Button>
      )}
      <TrashButton lab={lab} object={{ kind: "experiment", id: detail.id }} name={detail.name} />
    </>
  );
}
