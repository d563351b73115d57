"use client";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";

/** The rail stays: only this page broke. */
export default function LabPageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Problem
      as="h1"
      title="This page broke while it was drawn."
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing that runs was stopped, and nothing that was saved is lost.
      {error.digest && ` If it happens again, tell whoever runs this server the number ${error.digest}.`}
    </Problem>
  );
}
