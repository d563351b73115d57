"use client";
import { said } from "@/components/list/said";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { GroupRef } from "@/contracts/comparison";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { mostGroups, refKey } from "../edits";
import { DatasetChoice } from "./dataset-choice";
import { ExperimentChoice } from "./experiment-choice";

/** Of each kind; the others are found by typing. */
const shown = 20;

/** Experiments by model and arm, recordings by group: what is ticked joins the comparison. */
export function AddGroupsDialog({
  lab,
  open,
  onOpenChange,
  present,
  onAdd,
}: {
  lab: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  present: readonly GroupRef[];
  onAdd: (groups: GroupRef[]) => void;
}) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const question = { lab, text: useSettled(text.trim(), 150), limit: shown };
  const here = { enabled: open, placeholderData: keepPreviousData };
  const experiments = useQuery(trpc.experiments.list.queryOptions(question, here));
  const datasets = useQuery(trpc.datasets.list.queryOptions(question, here));
  const [chosen, setChosen] = useState<ReadonlyMap<string, GroupRef>>(new Map());
  const there = new Set(present.map(refKey));
  const room = mostGroups - present.length - chosen.size;
  const choose = (refs: readonly GroupRef[], on: boolean) =>
    setChosen((now) => {
      const next = new Map(now);
      for (const ref of refs)
        if (!on) next.delete(refKey(ref));
        else if (!there.has(refKey(ref)) && present.length + next.size < mostGroups)
          next.set(refKey(ref), ref);
      return next;
    });
  const choice = { there, chosen, choose, full: room <= 0 };
  const total = (experiments.data?.total ?? 0) + (datasets.data?.total ?? 0);
  const listed = (experiments.data?.rows.length ?? 0) + (datasets.data?.rows.length ?? 0);
  const error = experiments.error ?? datasets.error;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add groups"
      description={`A group is one model under one arm, or one group of a dataset. At most ${mostGroups} side by side.`}
    >
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
      <div className="flex min-h-40 flex-col gap-6" aria-busy={experiments.isPending || datasets.isPending}>
        {experiments.data?.rows.map((experiment) => (
          <ExperimentChoice key={experiment.id} experiment={experiment} choice={choice} />
        ))}
        {datasets.data?.rows.map((dataset) => (
          <DatasetChoice key={dataset.id} dataset={dataset} choice={choice} />
        ))}
        {experiments.data && datasets.data && total === 0 && (
          <p className="text-muted">
            {text
              ? "No experiment or dataset is like this."
              : "This lab has neither an experiment nor a dataset yet. Launch an experiment or import a recording first."}
          </p>
        )}
        {total > listed && (
          <p className="text-muted">
            {listed} of {total} stand here. Type part of a name, a model or a tag to find the others.
          </p>
        )}
      </div>
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex items-center gap-3 border-t border-line bg-paper p-4">
        <Button
          look="primary"
          disabled={chosen.size === 0}
          onClick={() => {
            onAdd([...chosen.values()]);
            setChosen(new Map());
            onOpenChange(false);
          }}
        >
          {chosen.size > 0 ? `Add ${chosen.size} ${chosen.size === 1 ? "group" : "groups"}` : "Add"}
        </Button>
        <span role="status" className="text-sm text-muted">
          {room <= 0 ? "The comparison is full." : `Room for ${room} more.`}
        </span>
      </div>
    </Dialog>
  );
}
