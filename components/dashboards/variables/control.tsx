"use client";
import { bandNames } from "@/components/charts/band";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { bands } from "@/contracts/comparison";
import type { Variable, VariableValues } from "@/contracts/dashboard";
import { Check, ChevronDown } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useId } from "react";
import { MeasureSelect } from "../panels/fields/measure-select";
import { TrialFields } from "../panels/fields/trial-fields";
import type { Option } from "./options";

type Value = VariableValues[string];
const blocks = [20, 50, 100] as const;

/** What sets a variable: by its kind. */
export function VariableControl({
  variable,
  value,
  options,
  onChange,
}: {
  variable: Pick<Variable, "kind" | "title">;
  value: Value;
  /** Of models and arms. */
  options: readonly Option[];
  onChange: (value: Value) => void;
}) {
  const id = useId();
  const { kind, title } = variable;
  if (kind === "model" || kind === "arm")
    return <SomeOf title={title} value={value as string[] | null} options={options} onChange={onChange} />;
  if (kind === "window") {
    const trials = value as { from: number; to: number };
    return (
      <div className="flex items-center gap-2">
        <span className="text-sm text-muted">{title}</span>
        <TrialFields key={`${trials.from} ${trials.to}`} label={title} value={trials} onChange={onChange} />
      </div>
    );
  }
  return (
    <div className="flex max-w-full items-center gap-2">
      <label htmlFor={id} className="text-sm text-muted">
        {title}
      </label>
      {kind === "measure" ? (
        <MeasureSelect id={id} className="!w-auto min-w-0" value={value as string} onChange={onChange} />
      ) : kind === "block" ? (
        <Select
          id={id}
          className="!w-auto min-w-0"
          value={value as number}
          onChange={(event) => onChange(blocks.find((block) => block === Number(event.target.value)) ?? 100)}
        >
          {blocks.map((block) => (
            <option key={block} value={block}>
              {block} trials
            </option>
          ))}
        </Select>
      ) : (
        <Select
          id={id}
          className="!w-auto min-w-0"
          value={value as string}
          onChange={(event) => onChange(event.target.value)}
        >
          {bands.map((band) => (
            <option key={band} value={band}>
              {bandNames[band]}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

function SomeOf({
  title,
  value,
  options,
  onChange,
}: {
  title: string;
  value: string[] | null;
  options: readonly Option[];
  onChange: (value: string[] | null) => void;
}) {
  const chosen = value ? options.filter((option) => value.includes(option.value)) : options;
  const toggle = (one: string) => {
    const next = options
      .map((option) => option.value)
      .filter((other) => chosen.some((option) => option.value === other) !== (other === one));
    onChange(next.length === options.length ? null : next);
  };
  const words =
    value === null ? "all" : chosen.length === 1 ? chosen[0].words : `${chosen.length} of ${options.length}`;
  return (
    <Menu
      align="start"
      trigger={
        <Button>
          <span className="text-muted">{title}</span> {words}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {options.length === 0 && <MenuItem disabled>No panel that follows it has any.</MenuItem>}
      {options.map((option) => (
        <DropdownMenu.CheckboxItem
          key={option.value}
          checked={chosen.includes(option)}
          onCheckedChange={() => toggle(option.value)}
          // stays open: several are chosen in a row
          onSelect={(event) => event.preventDefault()}
          className="flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 outline-none data-highlighted:bg-accent-wash"
        >
          <span className="inline-flex w-4 shrink-0">
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          {option.words}
        </DropdownMenu.CheckboxItem>
      ))}
      {value !== null && (
        <MenuItem onSelect={() => onChange(null)}>
          <span className="w-4" /> Show all
        </MenuItem>
      )}
    </Menu>
  );
}
