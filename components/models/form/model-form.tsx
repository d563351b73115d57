"use client";
import { ParameterGroups } from "@/components/parameters/parameter-groups";
import { readValues } from "@/components/parameters/typed-values";
import type { TheoryDeclaration } from "@/engine/declaration";
import { useState, type FormEvent, type ReactNode } from "react";
import { SubmitButton } from "../../ui/submit-button";
import { Field } from "../../ui/field";
import { TextArea } from "../../ui/input";
import { Select } from "../../ui/select";
import { presetOf, presetTyped, withPreset, type Draft } from "./draft";
import { RoleChoice } from "./role-choice";

export interface ReadModel {
  name: string;
  notes: string;
  role: string;
  preset: string | null;
  parameters: Record<string, number | string | boolean>;
}

/** The form that a theory's declaration makes: nothing about a parameter is written here. */
export function ModelForm({
  theory,
  draft,
  onDraft,
  onSubmit,
  submit,
  busy,
  lead,
  problem,
}: {
  theory: TheoryDeclaration;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSubmit: (model: ReadModel) => void;
  submit: string;
  busy: boolean;
  /** Fields above: the name of a new model, the choice of theory. */
  lead?: ReactNode;
  problem?: ReactNode;
}) {
  const [asked, setAsked] = useState(false);
  const { values: parameters, errors } = readValues(theory.parameters, draft.typed);
  const wrong = theory.parameters.filter(({ key }) => errors[key]);
  const preset = presetOf(theory, draft.preset);
  const usual = preset ? presetTyped(theory, preset.key) : null;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong.length === 0)
      onSubmit({ name: draft.name, notes: draft.notes, role: draft.role, preset: draft.preset, parameters });
    else document.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  };

  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-6">
      {lead}
      {theory.presets.length > 0 && (
        <Field label="Preset" hint={preset?.meaning} className="max-w-xl">
          {(control) => (
            <Select
              {...control}
              value={draft.preset ?? ""}
              onChange={(event) => onDraft(withPreset(theory, draft, event.target.value))}
            >
              {draft.preset === null && <option value="">None</option>}
              {theory.presets.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <RoleChoice theory={theory} value={draft.role} onChange={(role) => onDraft({ ...draft, role })} />
      <ParameterGroups
        declared={theory.parameters}
        typed={draft.typed}
        usual={usual}
        errors={errors}
        onChange={(key, typed) => onDraft({ ...draft, typed: { ...draft.typed, [key]: typed } })}
      />
      <Field
        label="Notes"
        optional
        hint="Why this version: what you changed and what you expect."
        className="max-w-xl"
      >
        {(control) => (
          <TextArea
            {...control}
            value={draft.notes}
            onChange={(event) => onDraft({ ...draft, notes: event.target.value })}
          />
        )}
      </Field>
      {problem}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton busy={busy}>{submit}</SubmitButton>
        {asked && wrong.length > 0 && (
          <p role="alert" className="text-danger">
            Mend {wrong.map(({ title }) => title).join(", ")}; everything you typed is kept.
          </p>
        )}
      </div>
    </form>
  );
}
