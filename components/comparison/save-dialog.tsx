"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PageState } from "./state";

/** Gives the view a name, a note and a short address. */
export function SaveDialog({
  lab,
  state,
  open,
  onOpenChange,
  reason,
  notes: firstNotes,
}: {
  lab: string;
  state: PageState;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  reason: string | null;
  notes: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [notes, setNotes] = useState(firstNotes);
  const save = useMutation(
    trpc.comparisons.save.mutationOptions({
      onSuccess: async (summary) => {
        queryClient.setQueryData(trpc.comparisons.get.queryKey({ lab, id: summary.id }), summary);
        await queryClient.invalidateQueries({ queryKey: trpc.comparisons.list.queryKey({ lab }) });
        onOpenChange(false);
        router.push(`/lab/${lab}/compare/${summary.id}`);
      },
    }),
  );
  const fields = { name: fieldSaid(save.error, "name"), notes: fieldSaid(save.error, "notes") };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save this comparison"
      description={
        reason ?? "It keeps groups, order, band, blocks, window, figures and zoom; its numbers stay live."
      }
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ lab, name, notes, state });
        }}
      >
        <Field label="Name" error={fields.name ?? (save.error && !fields.notes ? said(save.error) : null)}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="Notes" optional hint="Stand above the figures." error={fields.notes}>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
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
