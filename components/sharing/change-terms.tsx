"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Problem } from "@/components/ui/problem";
import type { ShareSummary } from "@/contracts/share";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { TermsFields } from "./terms-fields";
import { whom } from "./terms-words";
import { useGivenChanged } from "./use-given-changed";

export function ChangeTerms({
  lab,
  share,
  onDone,
}: {
  lab: string;
  share: ShareSummary;
  onDone: () => void;
}) {
  const trpc = useTRPC();
  const changed = useGivenChanged(onDone);
  const { level, licence, mayFork, mayExport, mayPublish } = share;
  const [terms, setTerms] = useState({ level, licence, mayFork, mayExport, mayPublish });
  const change = useMutation(
    trpc.shares.change.mutationOptions({
      onSuccess: () =>
        changed({
          title: `The terms for ${whom(share)} are changed.`,
          description: "They hold from the next request.",
        }),
    }),
  );
  return (
    <form
      noValidate
      aria-label={`Terms for ${whom(share)}`}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ lab, id: share.id, ...terms });
      }}
    >
      <p className="font-medium">
        <bdi>{whom(share)}</bdi>
      </p>
      <TermsFields terms={terms} onChange={setTerms} licenceError={fieldSaid(change.error, "licence")} />
      {change.error && <Problem title="The terms were not changed.">{said(change.error)}</Problem>}
      <div className="flex gap-2">
        <SubmitButton busy={change.isPending}>Change the terms</SubmitButton>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
