import type { ParameterDeclaration, ParameterValue, ParameterValues } from "@/engine/declaration";
import { parseValue, toTyped, type Typed } from "./parse-value";

export type TypedValues = Readonly<Record<string, Typed>>;

/** What stands in the controls for these values; the declared default where there is none. */
export const typedOf = (declared: readonly ParameterDeclaration[], values: ParameterValues): TypedValues =>
  Object.fromEntries(declared.map(({ key, default: usual }) => [key, toTyped(values[key] ?? usual)]));

/** Every declared parameter read; errors by key. */
export function readValues(declared: readonly ParameterDeclaration[], typed: TypedValues) {
  const values: Record<string, ParameterValue> = {};
  const errors: Record<string, string> = {};
  for (const parameter of declared) {
    const parsed = parseValue(parameter, typed[parameter.key]);
    if (parsed.error === null) values[parameter.key] = parsed.value;
    else errors[parameter.key] = parsed.error;
  }
  return { values, errors };
}
