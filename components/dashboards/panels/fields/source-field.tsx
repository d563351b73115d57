"use client";
import { emptyState } from "@/components/comparison/state";
import { Field } from "@/components/ui/field";
import type { ComparisonSource } from "@/contracts/dashboard-panel";
import { ComparisonPicker } from "../../comparison-picker";
import { GroupPicker } from "./group-picker";

/** A saved comparison, with which the panel changes, or groups that are chosen here. */
export function SourceField({
  lab,
  source,
  onChange,
}: {
  lab: string;
  source: ComparisonSource | null;
  onChange: (source: ComparisonSource | null) => void;
}) {
  const own = source?.from === "state" ? source.state : null;
  return (
    <div className="flex flex-col gap-2">
      <Field
        label="Numbers from"
        hint="With a saved comparison the panel follows its groups, band and blocks. Numbers stay live either way."
      >
        {(control) => (
          <ComparisonPicker
            lab={lab}
            control={control}
            chosen={source?.from === "comparison" ? source.comparison : null}
            onPick={(comparison) => onChange({ from: "comparison", comparison })}
          />
        )}
      </Field>
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={own !== null}
          onChange={(event) => onChange(event.target.checked ? { from: "state", state: emptyState } : null)}
        />
        Groups of its own instead
      </label>
      {own && (
        <GroupPicker
          lab={lab}
          groups={own.groups}
          onChange={(groups) => onChange({ from: "state", state: { ...own, groups, hidden: [] } })}
        />
      )}
    </div>
  );
}

/** Whether a panel can be made from it. */
export const isChosen = (source: ComparisonSource | null): source is ComparisonSource =>
  source !== null && (source.from === "comparison" || source.state.groups.length > 0);
