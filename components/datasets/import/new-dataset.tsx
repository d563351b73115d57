"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { DropFile } from "./drop-file";
import { ImportForm } from "./import-form";

/** The address names the upload as soon as it is kept, so that a reload goes on where it was. */
export function NewDataset({
  lab,
  upload,
  into,
}: {
  lab: string;
  upload: string | null;
  into: string | null;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const preview = useQuery(
    trpc.datasets.preview.queryOptions(upload ? { lab, uploadId: upload } : skipToken, {
      staleTime: Infinity,
    }),
  );
  if (upload === null)
    return (
      <DropFile
        lab={lab}
        onSent={({ id }) => router.push(`/lab/${lab}/datasets/new?upload=${encodeURIComponent(id)}`)}
      />
    );
  return (
    <QueryState query={preview} what="the file">
      {(known) => <ImportForm key={known.id} lab={lab} preview={known} into={into} />}
    </QueryState>
  );
}
