import type { ParameterValues } from "../../engine/declaration";
import { theories } from "../../engine/theories/registry";
import { parameterProblems } from "../../engine/validate";
import { type FieldErrors, Problem } from "../errors";

/** What makes a model, before it is one. */
export interface Candidate {
  readonly theory: string;
  readonly role: string;
  readonly preset: string | null;
  readonly parameters: ParameterValues;
}

/**
 * Checks a candidate against its theory's declaration. Throws Problem "invalid" with messages by field: "theory", "role",
 * "preset", or "parameters.<key>".
 */
export function checkModel({ theory, role, preset, parameters }: Candidate): void {
  const fields: Record<string, string[]> = {};
  const complain = (field: string, message: string) => (fields[field] ??= []).push(message);
  const declaration = theories.find((known) => known.declaration.key === theory)?.declaration;
  if (!declaration)
    complain(
      "theory",
      `There is no theory "${theory}". There are: ${known(theories.map((t) => t.declaration))}.`,
    );
  else {
    if (!declaration.roles.some(({ key }) => key === role))
      complain("role", `${declaration.title} has no role "${role}". It has: ${known(declaration.roles)}.`);
    if (preset !== null && !declaration.presets.some(({ key }) => key === preset))
      complain(
        "preset",
        `${declaration.title} has no preset "${preset}". It has: ${known(declaration.presets)}.`,
      );
    for (const { where, what, todo } of parameterProblems(declaration.parameters, parameters))
      complain(where, `${what} ${todo}`);
  }
  if (Object.keys(fields).length > 0)
    throw new Problem("invalid", "The model does not fit its theory.", {
      where: "model",
      fields: fields satisfies FieldErrors,
    });
}

const known = (of: readonly { readonly key: string }[]) => of.map(({ key }) => key).join(", ");
