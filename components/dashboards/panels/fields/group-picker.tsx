"use client";
import { DatasetChoice } from "@/components/comparison/add-groups/dataset-choice";
import { ExperimentChoice } from "@/components/comparison/add-groups/experiment-choice";
import { mostGroups, refKey } from "@/components/comparison/edits";
import { said } from "@/components/list/said";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Input } from "@/components/ui/input";
import type { GroupRef } from "@/contracts/comparison";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/** Of each kind; the others are found by typing. */
const shown = 10;

/** Models and arms of experiments and groups of datasets, ticked one by one. */
export function GroupPicker({
  lab,
  groups,
  onChange,
}: {
  lab: string;
  groups: readonly GroupRef[];
  onChange: (groups: GroupRef[]) => void;
}) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const question = { lab, text: useSettled(text.trim(), 150), limit: shown };
  const keep = { placeholderData: keepPreviousData };
  const experiments = useQuery(trpc.experiments.list.queryOptions(question, keep));
  const datasets = useQuery(trpc.datasets.list.queryOptions(question, keep));
  const error = experiments.error ?? datasets.error;
  const choice = {
    there: new Set<string>(),
    chosen: new Map(groups.map((ref) => [refKey(ref), ref])),
    full: groups.length >= mostGroups,
    choose: (refs: readonly GroupRef[], on: boolean) => {
      const keys = new Set(refs.map(refKey));
      const rest = groups.filter((ref) => !keys.has(refKey(ref)));
      onChange(on ? [...rest, ...refs].slice(0, mostGroups) : rest);
    },
  };
  return (
    <div role="group" aria-label="Groups" className="flex flex-col gap-2 rounded border border-line p-2">
      <Input
        type="search"
        aria-label="Filter experiments and datasets"
        placeholder="Filter experiments and datasets"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error && (
        <p role="alert" className="text-danger">
          {said(error)}
        </p>
      )}
      <div className="flex max-h-72 flex-col gap-4 overflow-y-auto" aria-busy={experiments.isPending}>
        {experiments.data?.rows.map((experiment) => (
          <ExperimentChoice key={experiment.id} experiment={experiment} choice={choice} />
        ))}
        {datasets.data?.rows.map((dataset) => (
          <DatasetChoice key={dataset.id} dataset={dataset} choice={choice} />
        ))}
        {experiments.data?.total === 0 && datasets.data?.total === 0 && (
          <p className="text-muted">
            {text
              ? "No experiment or dataset is like this."
              : "This lab has neither an experiment nor a dataset yet. Launch an experiment or import a recording first."}
          </p>
        )}
      </div>
      <p role="status" className="text-sm text-muted">
        {groups.length} of at most {mostGroups} groups.
      </p>
    </div>
  );
}
