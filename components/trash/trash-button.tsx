"use client";
import { useMember } from "@/components/people/member";
import { useTRPC } from "@/components/providers/trpc";
import { useShare } from "@/components/sharing/share-context";
import { Button } from "@/components/ui/button";
import type { TrashRef } from "@/contracts/trash";
import { useQuery } from "@tanstack/react-query";
import { useTrash } from "./use-trash";

/** On the page of an object, for whoever may; in the trash already, its notice says the way back. */
export function TrashButton({ lab, object, name }: { lab: string; object: TrashRef; name: string }) {
  const trpc = useTRPC();
  const { data: inTrash } = useQuery(trpc.trash.get.queryOptions({ lab, ref: object }));
  const { put } = useTrash(lab);
  const { role } = useMember();
  const share = useShare();
  if (inTrash || share || (role !== "owner" && role !== "editor")) return null;
  return (
    <Button look="quiet" onClick={() => put(object, name)}>
      Move to trash
    </Button>
  );
}
