"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showing, useDeed } from "@/components/providers/use-deed";
import { TrashButton } from "@/components/trash/trash-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { DatasetDetail } from "@/contracts/dataset";

export function DatasetActions({ lab, detail }: { lab: string; detail: DatasetDetail }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  const { latest } = detail;
  const input = { lab, datasetId: detail.id };
  const refreshes = [trpc.datasets.pathKey(), trpc.search.pathKey()];
  const retry = () =>
    void deed({
      shows: [
        showing<DatasetDetail>(trpc.datasets.get.queryKey(input), (now) => ({
          ...now,
          latest: { ...now.latest, status: "uploaded", problem: null },
        })),
      ],
      does: () => client.datasets.retry.mutate(input),
      failed: "The import was not started again.",
      refreshes,
    });
  return (
    <>
      {(latest.status === "refused" || latest.status === "cancelled") && (
        <>
          <ButtonLink
            look="primary"
            href={`/lab/${lab}/datasets/new?upload=${latest.uploadId}&into=${detail.id}`}
          >
            Import it otherwise
          </ButtonLink>
          <Button onClick={retry}>Retry</Button>
        </>
      )}
      <TrashButton lab={lab} object={{ kind: "dataset", id: detail.id }} name={detail.name} />
    </>
  );
}
