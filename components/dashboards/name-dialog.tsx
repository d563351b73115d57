"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DashboardSummary } from "@/contracts/dashboard";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** Changes name and tags one by one, so that what somebody else tags meanwhile stays. */
export function NameDialog({
  lab,
  dashboard,
  open,
  onOpenChange,
}: {
  lab: string;
  dashboard: DashboardSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(dashboard.name);
  const [tags, setTags] = useState(dashboard.tags.join(", "));
  const rename = useMutation(trpc.objects.rename.mutationOptions());
  const tag = useMutation(trpc.objects.tag.mutationOptions());
  const ref = { kind: "dashboard" as const, id: dashboard.id };
  const save = async () => {
    const wanted = tags
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
    const add = wanted.filter((one) => !dashboard.tags.includes(one));
    const remove = dashboard.tags.filter((one) => !wanted.includes(one));
    if (name.trim() !== dashboard.name) await rename.mutateAsync({ lab, ref, name });
    if (add.length + remove.length > 0) await tag.mutateAsync({ lab, ref, add, remove });
    await queryClient.invalidateQueries({ queryKey: trpc.dashboards.pathKey() });
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Name and tags">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // what went wrong stands at its field
          save().catch(() => undefined);
        }}
      >
        <Field
          label="Name"
          error={fieldSaid(rename.error, "name") ?? (rename.error ? said(rename.error) : null)}
        >
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="Tags" optional hint="Separated by commas." error={tag.error ? said(tag.error) : null}>
          {(control) => <Input {...control} value={tags} onChange={(event) => setTags(event.target.value)} />}
        </Field>
        <SubmitButton busy={rename.isPending || tag.isPending} className="self-start">
          Save
        </SubmitButton>
      </form>
    </Dialog>
  );
}
