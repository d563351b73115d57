"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/** The dataset that a file becomes a new version of, found by its name among however many; empty makes a new one. */
export function IntoChoice({
  lab,
  into,
  onInto,
}: {
  lab: string;
  into: string;
  onInto: (dataset: string) => void;
}) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const found = useQuery(
    trpc.datasets.list.queryOptions(
      { lab, sort: "name", text: useSettled(typed.trim(), 150) },
      { placeholderData: keepPreviousData },
    ),
  );
  const chosen = useQuery(trpc.datasets.get.queryOptions(into ? { lab, datasetId: into } : skipToken)).data;
  const named = (name: string) => `A new version of ${name}`;
  return (
    <Field label="Goes into">
      {(control) => (
        <Picker
          control={control}
          chosen={into ? named(chosen?.name ?? "…") : "A new dataset"}
          options={[
            { value: "", label: "A new dataset" },
            ...(found.data?.rows ?? []).map(({ id, name, latest }) => ({
              ...{ value: id, label: named(name), hint: `v${latest.number}` },
            })),
          ]}
          typed={typed}
          onType={setTyped}
          onPick={onInto}
          placeholder="Find a dataset"
          nothing="No dataset of this lab is called that."
          busy={found.isFetching}
        />
      )}
    </Field>
  );
}
