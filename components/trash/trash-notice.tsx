"use client";
import { useMember } from "@/components/people/member";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import { objectTitle } from "@/contracts/object";
import type { TrashRef } from "@/contracts/trash";
import { useQuery } from "@tanstack/react-query";
import { KeptBy } from "./kept-by";
import { useTrash } from "./use-trash";

/** Above an object that lies in the trash: since when, until when, and the way back. Nothing else. */
export function TrashNotice({ lab, object }: { lab: string; object: TrashRef }) {
  const trpc = useTRPC();
  const { role } = useMember();
  const { data } = useQuery(trpc.trash.get.queryOptions({ lab, ref: object }));
  const { restore } = useTrash(lab);
  if (!data) return null;
  return (
    <section
      aria-label="In the trash"
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-line-strong bg-wash p-3"
    >
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-medium">
          {objectTitle[object.kind]} in the trash since <When date={data.at} exact />
          {data.by && (
            <>
              , put there by <Name name={data.by} />
            </>
          )}
          .
        </strong>{" "}
        <KeptBy trashed={data} />
      </p>
      {(role === "owner" || role === "editor") && (
        <Button onClick={() => restore(object, data.name)}>Restore</Button>
      )}
    </section>
  );
}
