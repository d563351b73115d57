"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

/** One of a few values, or what the comparison says. */
export function OptionalSelect<T extends string | number>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T | undefined;
  options: readonly (readonly [value: T, words: string])[];
  onChange: (value: T | undefined) => void;
}) {
  return (
    <Field label={label} className="min-w-32 flex-1">
      {(control) => (
        <Select
          {...control}
          value={value === undefined ? "" : String(value)}
          onChange={(event) => onChange(options.find(([one]) => String(one) === event.target.value)?.[0])}
        >
          <option value="">As in the comparison</option>
          {options.map(([one, words]) => (
            <option key={one} value={String(one)}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
