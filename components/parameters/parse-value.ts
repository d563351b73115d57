import type { ParameterDeclaration, ParameterValue } from "@/engine/declaration";

/** What stands in a control: text for numbers and choices, so that half-typed values are kept. */
export type Typed = string | boolean;
export type Parsed = { value: ParameterValue; error: null } | { value: null; error: string };

const wrong = (error: string): Parsed => ({ value: null, error });
const right = (value: ParameterValue): Parsed => ({ value, error: null });

/** Reads a control as its declaration says. */
export function parseValue(parameter: ParameterDeclaration, typed: Typed | undefined): Parsed {
  if (parameter.kind === "switch")
    return typeof typed === "boolean" ? right(typed) : wrong("Switch it on or off.");
  if (parameter.kind === "choice")
    return parameter.choices.some(({ value }) => value === typed)
      ? right(String(typed))
      : wrong(`Choose one of: ${parameter.choices.map(({ title }) => title).join(", ")}.`);
  const { kind, min, max } = parameter;
  const what = kind === "integer" ? "whole number" : "number";
  const text = String(typed ?? "").trim();
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return wrong(`Give a ${what} from ${min} to ${max}.`);
  if (kind === "integer" && !Number.isInteger(value))
    return wrong(`${text} is not whole. Give a whole number from ${min} to ${max}.`);
  if (value < min) return wrong(`${text} is below the bound. Give a ${what} from ${min} to ${max}.`);
  if (value > max) return wrong(`${text} is above the bound. Give a ${what} from ${min} to ${max}.`);
  return right(value);
}

export const toTyped = (value: ParameterValue | undefined): Typed =>
  typeof value === "boolean" ? value : String(value ?? "");
