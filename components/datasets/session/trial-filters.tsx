"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SessionFigures } from "@/contracts/session";
import type { TrialFilter } from "./filter";

/** Everything that decides which trials are shown; each change is in the address. */
export function TrialFilters({
  figures,
  filter,
  shown,
  onChange,
}: {
  figures: SessionFigures;
  filter: TrialFilter;
  shown: number;
  onChange: (key: string, value: string | null) => void;
}) {
  const { trials, signals, signal } = figures;
  const types = [...new Set(trials.map(({ type }) => type ?? ""))];
  const choice = (
    label: string,
    name: string,
    value: string,
    options: readonly (readonly [value: string, label: string])[],
    none: string | null,
  ) => (
    <Field label={label} className="w-40">
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(name, event.target.value === "any" ? null : event.target.value)}
        >
          {none !== null && <option value="any">{none}</option>}
          {options.map(([own, words]) => (
            <option key={own} value={own}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  const bound = (label: string, name: "from" | "to") => (
    <Field label={label} className="w-24">
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={filter[name] ?? ""}
          onChange={(event) => onChange(name, event.target.value.replace(/\D/g, "") || null)}
        />
      )}
    </Field>
  );
  return (
    <section aria-label="Which trials" className="flex flex-wrap items-end gap-4">
      {signals.length > 1 &&
        choice(
          "Signal",
          "signal",
          signal?.name ?? "",
          signals.map((name) => [name, name] as const),
          null,
        )}
      {choice(
        "Type of trial",
        "type",
        filter.type ?? "any",
        types.map((type) => [type, type || "not named"] as const),
        "Every type",
      )}
      {figures.licks &&
        choice(
          "Licking",
          "lick",
          filter.lick ?? "any",
          [
            ["plus", "lick+"],
            ["minus", "lick-"],
          ],
          "With or without",
        )}
      {trials.some(({ stimulated }) => stimulated !== null) &&
        choice(
          "Stimulated",
          "stimulated",
          filter.stimulated === null ? "any" : filter.stimulated ? "1" : "0",
          [
            ["1", "Stimulated"],
            ["0", "Not stimulated"],
          ],
          "Either",
        )}
      {bound("From trial", "from")}
      {bound("To trial", "to")}
      {trials.some(({ excluded }) => excluded) && (
        <label className="flex h-8 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={filter.excluded}
            onChange={(event) => onChange("excluded", event.target.checked ? "1" : null)}
          />
          Excluded trials too
        </label>
      )}
      <p role="status" className="flex h-8 items-center text-muted">
        {shown} of {trials.length} trials
      </p>
    </section>
  );
}
