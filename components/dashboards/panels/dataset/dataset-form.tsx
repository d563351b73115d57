"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import type { ContentOf } from "@/contracts/dashboard-panel";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelFormProps } from "../definition";

export function DatasetForm({
  lab,
  content,
  onChange,
}: Omit<PanelFormProps<"dataset">, "content"> & { content: ContentOf<"dataset"> | null }) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<string | null>(null);
  const found = useQuery(
    trpc.datasets.list.queryOptions(
      { lab, text: useSettled(typed.trim(), 150) },
      { placeholderData: keepPreviousData },
    ),
  );
  const options = (found.data?.rows ?? []).map(({ name, latest }) => ({
    ...{ value: latest.id, label: `${name} v${latest.number}` },
    hint: latest.status === "imported" ? undefined : latest.status,
  }));
  return (
    <Field label="Dataset" hint="The panel stays with this version, also when there is a newer one.">
      {(control) => (
        <Picker
          control={control}
          chosen={picked ?? (content ? "The version that it shows now" : "Choose a dataset")}
          options={options}
          typed={typed}
          onType={setTyped}
          onPick={(version) => {
            setPicked(options.find(({ value }) => value === version)?.label ?? version);
            onChange({ kind: "dataset", version });
          }}
          placeholder="Find a dataset"
          nothing="No dataset of this lab is like this."
          busy={found.isFetching}
        />
      )}
    </Field>
  );
}
