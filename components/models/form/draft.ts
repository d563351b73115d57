import type { ParameterValues, PresetDeclaration, TheoryDeclaration } from "@/engine/declaration";
import { typedOf, type TypedValues } from "@/components/parameters/typed-values";

/** What a person has typed so far. Nothing in it is lost by a refusal, a change of role or a failed save. */
export interface Draft {
  role: string;
  preset: string | null;
  typed: TypedValues;
  name: string;
  notes: string;
}

export const presetOf = (theory: TheoryDeclaration, key: string | null): PresetDeclaration | undefined =>
  theory.presets.find((preset) => preset.key === key);

/** The declared values, with those of the preset in their place. */
export const presetTyped = (theory: TheoryDeclaration, key: string | null) =>
  typedOf(theory.parameters, presetOf(theory, key)?.values ?? {});

export function freshDraft(theory: TheoryDeclaration, kept: { name: string; notes: string }): Draft {
  const preset = theory.presets[0];
  return {
    ...kept,
    role: preset?.role ?? theory.roles[0].key,
    preset: preset?.key ?? null,
    typed: presetTyped(theory, preset?.key ?? null),
  };
}

export const draftOf = (
  theory: TheoryDeclaration,
  version: { role: string; preset: string | null; parameters: ParameterValues; notes: string },
  name: string,
): Draft => ({
  name,
  notes: version.notes,
  role: version.role,
  preset: version.preset,
  typed: typedOf(theory.parameters, version.parameters),
});

export const withPreset = (theory: TheoryDeclaration, draft: Draft, key: string): Draft => ({
  ...draft,
  preset: key,
  role: presetOf(theory, key)?.role ?? draft.role,
  typed: presetTyped(theory, key),
});
