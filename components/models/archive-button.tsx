"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showingWithout, useDeed } from "@/components/providers/use-deed";
import { Button } from "@/components/ui/button";
import { useRouter } from "next/navigation";

/** Takes a model off the list; its runs and versions stay, and so does the way back. */
export function ArchiveButton({ lab, model, name }: { lab: string; model: string; name: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const deed = useDeed();
  const refreshes = [trpc.models.pathKey(), trpc.search.pathKey()];
  const set = (archived: boolean) => client.models.archive.mutate({ lab, modelId: model, archived });
  const restore = () =>
    void deed({ does: () => set(false), failed: `“${name}” is still archived.`, refreshes });
  const archive = () => {
    router.push(`/lab/${lab}/models`);
    void deed({
      shows: [showingWithout(trpc.models.list.pathKey(), model)],
      does: () => set(true),
      failed: `“${name}” was not archived.`,
      done: () => ({ title: `“${name}” is archived.`, undo: restore }),
      refreshes,
    });
  };
  return (
    <Button look="quiet" onClick={archive}>
      Archive
    </Button>
  );
}
