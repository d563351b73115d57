"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import type { ControlProps } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import type { ComparisonSummary } from "@/contracts/comparison";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/** A saved comparison of the lab, found by typing. */
export function ComparisonPicker({
  lab,
  control,
  chosen,
  onPick,
}: {
  lab: string;
  control: Partial<ControlProps>;
  /** Id; null while nothing is chosen. */
  chosen: string | null;
  onPick: (id: string) => void;
}) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const found = useQuery(
    trpc.comparisons.list.queryOptions(
      { lab, text: useSettled(typed.trim(), 150) },
      { placeholderData: keepPreviousData },
    ),
  );
  const { comparison, isMissing } = useComparison(lab, chosen);
  return (
    <Picker
      control={control}
      chosen={
        chosen === null
          ? "Choose a saved comparison"
          : (comparison?.name ?? (isMissing ? "A comparison that is not there any more" : "…"))
      }
      options={(found.data?.rows ?? []).map(({ id, name, state }) => ({
        ...{ value: id, label: name },
        hint: `${state.groups.length} ${state.groups.length === 1 ? "group" : "groups"}`,
      }))}
      typed={typed}
      onType={setTyped}
      onPick={onPick}
      placeholder="Find a comparison"
      nothing="No saved comparison of this lab is like this."
      busy={found.isFetching}
    />
  );
}

/** A saved comparison by its id. */
export function useComparison(
  lab: string,
  id: string | null,
): { comparison: ComparisonSummary | undefined; isMissing: boolean } {
  const trpc = useTRPC();
  const query = useQuery(trpc.comparisons.get.queryOptions(id ? { lab, id } : skipToken));
  return { comparison: id ? query.data : undefined, isMissing: query.isError };
}
