"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DashboardSummary } from "@/contracts/dashboard";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DraftKeeper } from "./draft-keeper";

/** Makes a version of the draft, with a word on what is new in it. */
export function SaveVersionDialog({
  lab,
  id,
  keeper,
  open,
  onOpenChange,
  onSaved,
}: {
  lab: string;
  id: string;
  keeper: DraftKeeper;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved: (summary: DashboardSummary) => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [message, setMessage] = useState("");
  const save = useMutation(
    trpc.dashboards.save.mutationOptions({
      onSuccess: async (summary) => {
        keeper.adopt({ revision: summary.draft.revision, document: keeper.get().synced.document });
        await queryClient.invalidateQueries({ queryKey: trpc.dashboards.pathKey() });
        setMessage("");
        onOpenChange(false);
        onSaved(summary);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save a version"
      description="Versions are what everybody in the lab reads. They never change, and any of them can be restored."
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void keeper.save().then((there) => {
            if (there) save.mutate({ lab, id, revision: keeper.get().synced.revision, message });
            else onOpenChange(false);
          });
        }}
      >
        <Field
          label="What is new"
          optional
          hint="Stands in the history."
          error={save.error ? said(save.error) : null}
        >
          {(control) => (
            <Input
              {...control}
              value={message}
              maxLength={500}
              onChange={(event) => setMessage(event.target.value)}
            />
          )}
        </Field>
        <SubmitButton busy={save.isPending} className="self-start">
          Save
        </SubmitButton>
      </form>
    </Dialog>
  );
}
