"use client";
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
  const router = useRouter();
  if (upload === null)
    return (
      <DropFile
        lab={lab}
        onSent={({ id }) => router.push(`/lab/${lab}/datasets/new?upload=${encodeURIComponent(id)}`)}
      />
    );
  return <ImportForm key={upload} lab={lab} upload={upload} into={into} />;
}
