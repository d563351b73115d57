"use client";
import { Select } from "@/components/ui/select";
import { measures } from "@/engine/measures/registry";
import type { ComponentProps } from "react";

/** Every measure by its title, in the order of the registry. */
export function MeasureSelect({
  value,
  onChange,
  ...rest
}: Omit<ComponentProps<typeof Select>, "value" | "onChange"> & {
  value: string;
  onChange: (key: string) => void;
}) {
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      {!measures.some(({ key }) => key === value) && <option value={value}>{value || "Choose"}</option>}
      {measures.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </Select>
  );
}
