"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import type { Outputs } from "@/components/providers/trpc";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

export type ChosenParadigm = Outputs["paradigms"]["version"];

/** The task of the experiment: the newest version of a paradigm, or the version that the page was opened with. */
export function ParadigmChoice({
  lab,
  chosen,
  error,
  onChange,
}: {
  lab: string;
  chosen: ChosenParadigm | undefined;
  error: string | undefined;
  onChange: (version: Pick<ChosenParadigm, "id" | "spec">) => void;
}) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const found = useQuery(
    trpc.paradigms.list.queryOptions(
      { lab, text: useSettled(typed.trim(), 150) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Field label="Paradigm" hint={chosen?.spec.meaning} error={error} className="max-w-xl">
      {(control) => (
        <Picker
          control={control}
          chosen={chosen ? `${chosen.name} v${chosen.number}` : "Choose a paradigm"}
          options={(found.data?.rows ?? []).map(({ name, latest }) => ({
            value: latest.id,
            label: `${name} v${latest.number}`,
            hint: `${latest.spec.arms.length} arms`,
          }))}
          typed={typed}
          onType={setTyped}
          onPick={(versionId) => {
            const picked = found.data?.rows.find(({ latest }) => latest.id === versionId);
            if (picked) onChange(picked.latest);
          }}
          placeholder="Find a paradigm"
          nothing="No paradigm of this lab is like this."
          busy={found.isFetching}
        />
      )}
    </Field>
  );
}
