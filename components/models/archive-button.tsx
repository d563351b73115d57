"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

/** Takes a model off the list; its runs and versions stay, and so does the way back. */
export function ArchiveButton({ lab, model, name }: { lab: string; model: string; name: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.models.pathKey() });
  const failed = (error: { message: string }) =>
    toast({ title: `${name} was not changed.`, description: said(error), tone: "danger" });
  const restore = useMutation(trpc.models.archive.mutationOptions({ onSuccess: refresh, onError: failed }));
  const archive = useMutation(
    trpc.models.archive.mutationOptions({
      onSuccess: async () => {
        await refresh();
        router.push(`/lab/${lab}/models`);
        toast({
          title: `${name} is archived.`,
          undo: () => restore.mutate({ lab, modelId: model, archived: false }),
        });
      },
      onError: failed,
    }),
  );
  return (
    <Button
      look="quiet"
      busy={archive.isPending}
      onClick={() => archive.mutate({ lab, modelId: model, archived: true })}
    >
      Archive
    </Button>
  );
}
