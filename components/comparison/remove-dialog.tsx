"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ComparisonSummary } from "@/contracts/comparison";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

export function RemoveDialog({
  lab,
  saved,
  open,
  onOpenChange,
}: {
  lab: string;
  saved: ComparisonSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.comparisons.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.comparisons.list.queryKey({ lab }) });
        router.push(`/lab/${lab}/compare`);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Remove “${saved.name}”`}
      description="Its name, notes and arrangement go; experiments, runs and datasets stay. Addresses that point to it stop working."
    >
      {remove.error && (
        <p role="alert" className="text-danger">
          {said(remove.error)}
        </p>
      )}
      <Button
        look="danger"
        busy={remove.isPending}
        className="self-start"
        onClick={() => remove.mutate({ lab, id: saved.id })}
      >
        Remove
      </Button>
    </Dialog>
  );
}
