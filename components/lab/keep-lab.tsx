"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

/** Calls the deletion of a lab back. */
export function KeepLab({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  const keep = useMutation(
    trpc.labs.stopDeletion.mutationOptions({
      onSuccess: ({ name }) => {
        router.refresh();
        toast({ title: `${name} is not deleted.` });
      },
      onError: (error) =>
        toast({ tone: "danger", title: "The deletion was not called back.", description: said(error) }),
    }),
  );
  return (
    <Button className="self-start" busy={keep.isPending} onClick={() => keep.mutate({ lab })}>
      Keep this lab
    </Button>
  );
}
