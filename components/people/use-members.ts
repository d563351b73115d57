"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { useToast } from "@/components/ui/toast";
import type { memberSummary } from "@/contracts/lab";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";

export type Member = z.infer<typeof memberSummary>;

/** What follows when members changed: the list is the answer itself, and the page asks for its rights again. */
export function useMembers(lab: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const queryKey = trpc.labs.members.queryKey({ lab });
  return {
    show: (members: Member[]) => queryClient.setQueryData(queryKey, members),
    current: () => queryClient.getQueryData(queryKey),
    changed: (members: Member[]) => {
      queryClient.setQueryData(queryKey, members);
      router.refresh();
    },
    failed: (title: string) => (error: { message: string }) =>
      toast({ title, description: said(error), tone: "danger" }),
  };
}
