"use client";
import type { ParameterDeclaration } from "@/engine/declaration";
import { RotateCcw } from "lucide-react";
import { Badge } from "../ui/badge";
import { Equation } from "../ui/equation";
import { Field, type ControlProps } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import type { Typed } from "./parse-value";

/** One declared parameter: symbol, name, control, unit, bounds and meaning, and whether it left its preset. */
export function ParameterField({
  parameter,
  typed,
  preset,
  error,
  onChange,
}: {
  parameter: ParameterDeclaration;
  typed: Typed;
  /** What the preset says; null when there is none. */
  preset: Typed | null;
  error: string | null;
  onChange: (typed: Typed) => void;
}) {
  const changed = preset !== null && String(preset) !== String(typed).trim();
  const bounds =
    parameter.kind === "number" || parameter.kind === "integer"
      ? ` ${parameter.min} to ${parameter.max}; default ${parameter.default}.`
      : "";
  const label = (
    <>
      <Equation tex={parameter.symbol} /> <span className="ml-1">{parameter.title}</span>
    </>
  );
  return (
    <div className="flex items-start gap-2">
      <Field label={label} hint={parameter.meaning + bounds} error={error} className="min-w-0 flex-1">
        {(control) => (
          <div className="flex flex-wrap items-center gap-2">
            <Control parameter={parameter} typed={typed} control={control} onChange={onChange} />
            {parameter.unit !== "1" && <span className="text-sm text-muted">{parameter.unit}</span>}
            {changed && (
              <>
                <Badge tone="strong">changed from {said(parameter, preset)}</Badge>
                <IconButton
                  label={`Take ${parameter.title} back to what it started as`}
                  onClick={() => onChange(preset)}
                >
                  <RotateCcw size={16} aria-hidden />
                </IconButton>
              </>
            )}
          </div>
        )}
      </Field>
    </div>
  );
}

function said(parameter: ParameterDeclaration, typed: Typed): string {
  if (parameter.kind === "choice")
    return parameter.choices.find(({ value }) => value === typed)?.title ?? String(typed);
  if (parameter.kind === "switch") return typed ? "on" : "off";
  return String(typed);
}

function Control({
  parameter,
  typed,
  control,
  onChange,
}: {
  parameter: ParameterDeclaration;
  typed: Typed;
  control: ControlProps;
  onChange: (typed: Typed) => void;
}) {
  if (parameter.kind === "switch")
    return <Switch {...control} checked={typed === true} onCheckedChange={onChange} />;
  if (parameter.kind === "choice")
    return (
      <Select
        {...control}
        className="max-w-96"
        value={String(typed)}
        onChange={(event) => onChange(event.target.value)}
      >
        {parameter.choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
    );
  return (
    <Input
      {...control}
      className="max-w-40"
      inputMode={parameter.kind === "integer" ? "numeric" : "decimal"}
      autoComplete="off"
      value={String(typed)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
