import type { ParameterDeclaration, ParameterValues } from "../declaration";

/** The values of a declared list of parameters, typed by the declaration itself. */
export type ValuesOf<List extends readonly ParameterDeclaration[]> = {
  readonly [P in List[number] as P["key"]]: P extends {
    readonly kind: "choice";
    readonly choices: readonly (infer C)[];
  }
    ? C extends { readonly value: infer V }
      ? V
      : never
    : P extends { readonly kind: "switch" }
      ? boolean
      : number;
};

/** Default values of a declared list of parameters, some replaced. */
export function valuesWith(
  list: readonly ParameterDeclaration[],
  replaced: ParameterValues = {},
): ParameterValues {
  return { ...Object.fromEntries(list.map((parameter) => [parameter.key, parameter.default])), ...replaced };
}
