"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ComparisonPicker, useComparison } from "./comparison-picker";
import { emptyDocument } from "./edit/edits";
import { documentFrom } from "./from-comparison";

/** A name, and what it begins with: nothing, or everything that a saved comparison shows. */
export function NewDashboard({ lab, comparison: asked }: { lab: string; comparison: string | null }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [from, setFrom] = useState(asked);
  const { comparison, isMissing } = useComparison(lab, from);
  const create = useMutation(
    trpc.dashboards.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.dashboards.list.pathKey() });
        router.push(`/lab/${lab}/dashboards/${id}/edit`);
      },
    }),
  );
  const nameError = fieldSaid(create.error, "name");
  return (
    <form
      noValidate
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ lab, name, document: comparison ? documentFrom(comparison) : emptyDocument });
      }}
    >
      <Field label="Name" error={nameError ?? (create.error ? said(create.error) : null)}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Begin with"
        optional
        hint="A comparison brings its notes, figures and table, with controls for models, arms, trials, points and band. Everything can be changed."
      >
        {(control) => <ComparisonPicker lab={lab} control={control} chosen={from} onPick={setFrom} />}
      </Field>
      {from && (
        <Button className="self-start" onClick={() => setFrom(null)}>
          Begin with nothing
        </Button>
      )}
      <SubmitButton
        busy={create.isPending}
        disabled={from !== null && !comparison && !isMissing}
        className="self-start"
      >
        Create
      </SubmitButton>
    </form>
  );
}
