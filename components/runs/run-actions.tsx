"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showing, useDeed } from "@/components/providers/use-deed";
import { ShareButton } from "@/components/sharing/share-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { RunStatus } from "@/contracts/experiment";
import type { RunDetail } from "@/contracts/run";
import { NwbLink } from "./nwb-link";

export function RunActions({ lab, detail, mayRun }: { lab: string; detail: RunDetail; mayRun: boolean }) {
  const trpc = useTRPC();
  const { runs: client } = useTRPCClient();
  const deed = useDeed();
  const input = { lab, run: detail.id };
  const refreshes = [trpc.runs.pathKey()];
  const shows = (status: RunStatus) => [
    showing<RunDetail>(trpc.runs.get.queryKey(input), (now) => ({ ...now, status, error: null })),
  ];
  const retry = () =>
    void deed({
      shows: shows("queued"),
      does: () => client.retry.mutate(input),
      failed: "The run was not started again.",
      refreshes,
    });
  const cancel = () =>
    void deed({
      shows: shows("cancelled"),
      does: () => client.cancel.mutate(input),
      failed: "The run was not cancelled.",
      done: () => ({ title: "The run is cancelled.", undo: retry }),
      refreshes,
    });
  const share = <ShareButton lab={lab} object={{ kind: "run", id: detail.id }} name={nameOf(detail)} />;
  const nwb = detail.status === "done" && <NwbLink lab={lab} of="runs" id={detail.id} />;
  if (!mayRun)
    return (
      <>
        <DiscussButton />
        {share}
        {nwb}
      </>
    );
  const open = detail.status === "queued" || detail.status === "running";
  const experiment = detail.experiments[0];
  return (
    <>
      <DiscussButton />
      {share}
      {nwb}
      {(detail.status === "failed" || detail.status === "cancelled") && (
        <Button look="primary" onClick={retry}>
          Retry
        </Button>
      )}
      {open && (
        <Button look="danger" onClick={cancel}>
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

const nameOf = ({ model, arm, subjectKey, repetition }: RunDetail) =>
  `${model.modelName} v${model.number}, ${arm.title}, ${subjectKey}, repetition ${repetition}`;
