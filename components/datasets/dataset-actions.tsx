"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showing, showingWithout, useDeed } from "@/components/providers/use-deed";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { DatasetDetail } from "@/contracts/dataset";
import { useRouter } from "next/navigation";

export function DatasetActions({ lab, detail }: { lab: string; detail: DatasetDetail }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const deed = useDeed();
  const { name, latest } = detail;
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
  const restore = () =>
    void deed({
      does: () => client.datasets.archive.mutate({ ...input, archived: false }),
      failed: `“${name}” is still archived.`,
      refreshes,
    });
  const archive = () => {
    router.push(`/lab/${lab}/datasets`);
    void deed({
      shows: [showingWithout(trpc.datasets.list.pathKey(), detail.id)],
      does: () => client.datasets.archive.mutate({ ...input, archived: true }),
      failed: `“${name}” was not archived.`,
      done: () => ({ title: `“${name}” is archived.`, undo: restore }),
      refreshes,
    });
  };
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
      <Button look="quiet" onClick={archive}>
        Archive
      </Button>
    </>
  );
}
