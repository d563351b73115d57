import type { ModelVersion } from "@/contracts/model";
import type { ParameterDeclaration, ParameterValue, TheoryDeclaration } from "@/engine/declaration";

export interface Difference {
  key: string;
  title: string;
  /** TeX, for parameters. */
  symbol: string | null;
  unit: string;
  before: string;
  after: string;
}

/** How a value is written, everywhere the same: a choice by its title. */
export function shownValue(
  value: ParameterValue | null | undefined,
  parameter?: ParameterDeclaration,
): string {
  if (value === null || value === undefined) return "none";
  if (parameter?.kind === "choice")
    return parameter.choices.find((choice) => choice.value === value)?.title ?? String(value);
  if (typeof value === "boolean") return value ? "on" : "off";
  return String(value);
}

/** What changed from one version to another, in the order of the declaration. */
export function differences(
  theory: TheoryDeclaration | undefined,
  before: ModelVersion,
  after: ModelVersion,
): Difference[] {
  const rows: Difference[] = [];
  const add = (
    key: string,
    a: ParameterValue | null | undefined,
    b: ParameterValue | null | undefined,
    title = key,
  ) => {
    if (a === b) return;
    const parameter = theory?.parameters.find((one) => one.key === key);
    rows.push({
      key,
      title: parameter?.title ?? title,
      symbol: parameter?.symbol ?? null,
      unit: parameter?.unit ?? "",
      before: shownValue(a, parameter),
      after: shownValue(b, parameter),
    });
  };
  add("theory", before.theory, after.theory, "Theory");
  add("role", before.role, after.role, "Role");
  add("preset", before.preset, after.preset, "Preset");
  const declared = theory?.parameters.map(({ key }) => key) ?? [];
  const keys = new Set([...declared, ...Object.keys(before.parameters), ...Object.keys(after.parameters)]);
  for (const key of keys) add(key, before.parameters[key], after.parameters[key]);
  return rows;
}
