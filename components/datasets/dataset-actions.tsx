"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useToast } from "@/components/ui/toast";
import type { DatasetDetail } from "@/contracts/dataset";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

export function DatasetActions({ lab, detail }: { lab: string; detail: DatasetDetail }) {
  const trpc = useTRPC();
  const toast = useToast();
  const router = useRouter();
  const queryClient = useQueryClient();
  const input = { lab, datasetId: detail.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.datasets.pathKey() });
  const failed = (title: string) => (error: { message: string }) =>
    toast({ title, description: said(error), tone: "danger" });
  const retry = useMutation(
    trpc.datasets.retry.mutationOptions({
      onSuccess: refresh,
      onError: failed("The import was not started again."),
    }),
  );
  const restore = useMutation(
    trpc.datasets.archive.mutationOptions({
      onSuccess: refresh,
      onError: failed(`${detail.name} was not restored.`),
    }),
  );
  const archive = useMutation(
    trpc.datasets.archive.mutationOptions({
      onSuccess: async () => {
        await refresh();
        router.push(`/lab/${lab}/datasets`);
        toast({
          title: `${detail.name} is archived.`,
          undo: () => restore.mutate({ ...input, archived: false }),
        });
      },
      onError: failed(`${detail.name} was not archived.`),
    }),
  );
  return (
    <>
      {(detail.latest.status === "refused" || detail.latest.status === "cancelled") && (
        <>
          <ButtonLink
            look="primary"
            href={`/lab/${lab}/datasets/new?upload=${detail.latest.uploadId}&into=${detail.id}`}
          >
            Import it otherwise
          </ButtonLink>
          <Button busy={retry.isPending} onClick={() => retry.mutate(input)}>
            Retry
          </Button>
        </>
      )}
      <Button
        look="quiet"
        busy={archive.isPending}
        onClick={() => archive.mutate({ ...input, archived: true })}
      >
        Archive
      </Button>
    </>
  );
}
