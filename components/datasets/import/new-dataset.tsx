"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DropFile } from "./drop-file";
import { ImportForm } from "./import-form";

/** The address names the upload as soon as it is begun, so that a reload goes on where it was. */
export function NewDataset({
  lab,
  upload: given,
  into,
}: {
  lab: string;
  /** From the address. */
  upload: string | null;
  into: string | null;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [upload, setUpload] = useState(given);
  const found = useQuery(
    trpc.uploads.get.queryOptions(upload === null ? skipToken : { lab, uploadId: upload }),
  );
  // the page stays as it is: only the address has to know
  const name = (id: string | null) => {
    const search = new URLSearchParams({ ...(id && { upload: id }), ...(into && { into }) });
    window.history.replaceState(null, "", `?${search.toString()}`);
  };
  const drop = (fileName: string | null) => (
    <DropFile
      lab={lab}
      upload={upload}
      fileName={fileName}
      onBegun={name}
      onSent={async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.uploads.pathKey() });
        name(id);
        setUpload(id);
      }}
      onCancelled={() => {
        name(null);
        setUpload(null);
      }}
    />
  );
  if (upload === null) return drop(null);
  return (
    <QueryState query={found} what="this file">
      {({ id, sha256, fileName }) =>
        sha256 === null ? (
          drop(fileName)
        ) : (
          <ImportForm key={id} lab={lab} upload={id} fileName={fileName} into={into} />
        )
      }
    </QueryState>
  );
}
