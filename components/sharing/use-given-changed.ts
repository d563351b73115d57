"use client";
import { useTRPC } from "@/components/providers/trpc";
import { useToast, type ToastMessage } from "@/components/ui/toast";
import { useQueryClient } from "@tanstack/react-query";

/** What follows a change of what the lab shares: it is read anew, the change is said, and its form closes. */
export function useGivenChanged(onDone: () => void) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  return async (message: ToastMessage) => {
    await queryClient.invalidateQueries({ queryKey: trpc.shares.pathKey() });
    toast(message);
    onDone();
  };
}
