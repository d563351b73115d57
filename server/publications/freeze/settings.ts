import { canonicalJson } from "../../../contracts/canonical-json";
import type { Variable, VariableValues } from "../../../contracts/dashboard";
import { valuesOf } from "../../../contracts/dashboard-variables";
import { type FrozenOptions, mostSettings } from "../../../contracts/publication";
import { Problem } from "../../errors";

/**
 * Every combination of the values that readers may choose between; what the dashboard opens with comes first. Throws invalid
 * where they are too many, or name what the dashboard does not have.
 */
export function settingsOf(variables: readonly Variable[], options: FrozenOptions): VariableValues[] {
  const unknown = Object.keys(options).find((name) => !variables.some((variable) => variable.name === name));
  if (unknown !== undefined) throw invalid(`There is no variable "${unknown}".`);
  const choices = variables.map(({ name, value }) => ({
    name,
    values: distinct([value, ...(options[name] ?? [])]),
  }));
  const count = choices.reduce((product, { values }) => product * values.length, 1);
  if (count > mostSettings)
    throw invalid(
      `These are ${count} combinations; at most ${mostSettings} are frozen. Choose fewer values.`,
    );
  const combinations = choices.reduce<VariableValues[]>(
    (all, { name, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return combinations.map((given) => {
    const values = valuesOf(variables, given);
    if (canonicalJson(values) !== canonicalJson(given))
      throw invalid("A value does not fit the variable that it is for.");
    return values;
  });
}

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [canonicalJson(value), value])).values(),
];

const invalid = (message: string) =>
  new Problem("invalid", message, { where: "options", fields: { options: [message] } });
