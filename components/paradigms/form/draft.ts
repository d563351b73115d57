import { readValues, typedOf, type TypedValues } from "@/components/parameters/typed-values";
import { paradigmSpec, type ParadigmSpec } from "@/contracts/paradigm";
import type { Manipulation } from "@/engine/declaration";
import { paradigmOf, paradigmParameters, valuesOf } from "@/engine/paradigms/declaration";
import type { Paradigm } from "@/engine/paradigms/paradigm";

/** What a person has typed so far. Nothing in it is lost by a refusal, a reload or a failed save. */
export interface ParadigmDraft {
  name: string;
  meaning: string;
  citation: string;
  notes: string;
  typed: TypedValues;
  arms: readonly Manipulation[];
}

export const draftOf = (spec: Paradigm, name: string): ParadigmDraft => ({
  ...{ name, meaning: spec.meaning, citation: spec.citation, notes: "" },
  typed: typedOf(paradigmParameters, valuesOf(spec)),
  arms: spec.arms.map(({ manipulation }) => manipulation),
});

/** Where the contract complains of a task, the field of the form at which it can be mended. */
const fieldOf: readonly (readonly [RegExp, string])[] = [
  [/^cue\.onset/, "cueOnset"],
  [/^cue\.offset/, "cueDuration"],
  [/^reward\.time/, "trace"],
  [/^(cue|reward)\.pulses/, "pulseMs"],
  [/^mix\.cued/, "shareCued"],
  [/^mix\.uncued/, "shareUncued"],
  [/^mix\.omission/, "shareOmission"],
  [/^mix$/, "shareCued"],
  [/^probes\.types/, "probeCued"],
];
const nameOf = (path: string) => fieldOf.find(([pattern]) => pattern.test(path))?.[1] ?? path.split(".")[0];

/** The task, or what is wrong by field. `base` says what the form does not. */
export function readParadigm(
  base: Paradigm,
  { typed, arms, meaning, citation }: Omit<ParadigmDraft, "name" | "notes">,
): { spec: ParadigmSpec | null; errors: Readonly<Record<string, string>> } {
  const { values, errors } = readValues(paradigmParameters, typed);
  if (Object.keys(errors).length > 0) return { spec: null, errors };
  const parsed = paradigmSpec.safeParse({ ...paradigmOf(base, values, arms), meaning, citation });
  if (parsed.success) return { spec: parsed.data, errors };
  for (const { path, message } of parsed.error.issues) errors[nameOf(path.join("."))] ??= said(path, message);
  return { spec: null, errors };
}

const said = ([room, list]: readonly PropertyKey[], message: string) => {
  if (room === "arms") return "Choose at least one arm.";
  if (room === "probes" && list === "types") return "Probe at least one type of trial.";
  return message;
};
