"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ListName, SavedView } from "@/contracts/view";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

/** A name for what is shown, or another one for a view. */
export function NameViewDialog({
  lab,
  list,
  view,
  query,
  mayShare,
  onClose,
  onSaved,
}: {
  lab: string;
  list: ListName;
  /** Null: a new one. */
  view: SavedView | null;
  query: string;
  mayShare: boolean;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}) {
  const trpc = useTRPC();
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(false);
  const save = useMutation(trpc.views.save.mutationOptions());
  const change = useMutation(trpc.views.change.mutationOptions());
  const share = useMutation(trpc.views.share.mutationOptions());
  const error = save.error ?? change.error ?? share.error;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      let saved = view
        ? await change.mutateAsync({ lab, id: view.id, name })
        : await save.mutateAsync({ lab, list, name, query });
      if (!view && shared) saved = await share.mutateAsync({ lab, id: saved.id, shared });
      onSaved(saved);
      onClose();
    } catch {
      // the form says why
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={view ? "Rename this view" : "Save a view"}
      description={view ? undefined : "It keeps what the list is held to, its order and its columns."}
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void send(event)}>
        <Field label="Name" error={error && said(error)}>
          {(control) => (
            <Input
              {...control}
              dir="auto"
              autoComplete="off"
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {!view && mayShare && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={shared}
              onChange={(event) => setShared(event.target.checked)}
            />
            Share it with the lab
          </label>
        )}
        <SubmitButton className="self-start" busy={save.isPending || change.isPending || share.isPending}>
          {view ? "Rename" : "Save"}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
