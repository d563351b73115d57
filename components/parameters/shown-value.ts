import type { ParameterDeclaration, ParameterValue, ParameterValues } from "@/engine/declaration";

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

/** What two versions have otherwise. */
export interface Difference {
  readonly key: string;
  readonly title: string;
  /** TeX, for parameters. */
  readonly symbol: string | null;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
}

/** What changed among parameters: those declared in their order, then those that are not. */
export function valueDifferences(
  declared: readonly ParameterDeclaration[],
  before: ParameterValues,
  after: ParameterValues,
): Difference[] {
  const keys = new Set([...declared.map(({ key }) => key), ...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => before[key] !== after[key])
    .map((key) => {
      const parameter = declared.find((one) => one.key === key);
      return {
        key,
        title: parameter?.title ?? key,
        symbol: parameter?.symbol ?? null,
        unit: parameter?.unit ?? "",
        before: shownValue(before[key], parameter),
        after: shownValue(after[key], parameter),
      };
    });
}

/** Of words and choices that are no parameters; none where both are the same. */
export function wordDifference(
  key: string,
  title: string,
  before: ParameterValue | null,
  after: ParameterValue | null,
): Difference[] {
  if (before === after) return [];
  return [
    { ...{ key, title, symbol: null, unit: "" }, before: shownValue(before), after: shownValue(after) },
  ];
}
