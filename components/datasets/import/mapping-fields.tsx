"use client";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ReactNode } from "react";
import type { MappingDraft } from "./mapping-draft";

type TextKey = { [K in keyof MappingDraft]: MappingDraft[K] extends string ? K : never }[keyof MappingDraft];

/** How the columns become subjects, sessions, trials and one signal. */
export function MappingFields({
  draft,
  columns,
  errors,
  confirm,
  onChange,
}: {
  draft: MappingDraft;
  columns: readonly string[];
  /** By path of the mapping. */
  errors: Readonly<Record<string, string>>;
  /** The question that must be answered at a path; null where there is none. */
  confirm: (path: string) => ReactNode;
  onChange: (change: Partial<MappingDraft>) => void;
}) {
  const column = (key: TextKey, label: string, none: string | null) => (
    <div>
      <Field label={label} error={errors[key]}>
        {(control) => (
          <Select
            {...control}
            value={draft[key]}
            onChange={(event) => onChange({ [key]: event.target.value })}
          >
            {none !== null && <option value="">{none}</option>}
            {columns.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      {confirm(key)}
    </div>
  );
  const text = (key: TextKey, path: string, label: string, hint?: string, optional = false) => (
    <div>
      <Field label={label} hint={hint} error={errors[path]} optional={optional}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={draft[key]}
            onChange={(event) => onChange({ [key]: event.target.value })}
          />
        )}
      </Field>
      {confirm(path)}
    </div>
  );
  return (
    <>
      <Group title="Who and when">
        {column("subjectColumn", "Subject", null)}
        {column("sessionColumn", "Session", "No column: one session each")}
        {column("trialColumn", "Trial", "No column: in the order of rows")}
        {column("groupColumn", "Group", "No column: one group")}
        {text("replicate", "replicate", "What N counts", "For instance mice.")}
        {text("task", "task", "Task", "Recordings of different tasks never share an axis.")}
      </Group>
      <Group title="The signal">
        {text(
          "prefix",
          "sampleColumns.prefix",
          "Sample columns begin with",
          "Their names are this and a number.",
        )}
        {text("first", "sampleColumns.first", "First number")}
        {text("count", "sampleColumns.count", "How many samples")}
        {text("name", "signal.name", "Signal", "For instance dopamine.")}
        {text("region", "signal.region", "Region", "For instance NAc core.", true)}
        {text("sensor", "signal.sensor", "Sensor", "For instance dLight1.3b.", true)}
        {text("unit", "signal.unit", "Unit", "For instance dF/F or z.")}
        {text("samplingRateHz", "signal.samplingRateHz", "Sampling rate (Hz)")}
        {text(
          "t0Seconds",
          "signal.t0Seconds",
          "First sample at (s)",
          "Relative to the event; negative is before.",
        )}
        {text("alignment", "signal.alignment", "Event at time 0", "For instance lick, cue or reward.")}
        <div className="sm:col-span-2">
          <Field label="Processing" hint="What was done to the signal before it was saved." optional>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={draft.processing}
                onChange={(event) => onChange({ processing: event.target.value })}
              />
            )}
          </Field>
        </div>
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line pt-2">
      <legend className="pr-2 font-medium text-muted">{title}</legend>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
    </fieldset>
  );
}
