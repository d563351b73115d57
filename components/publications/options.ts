import { bandNames } from "@/components/charts/band";
import { optionsOf } from "@/components/dashboards/variables/options";
import { canonicalJson } from "@/contracts/canonical-json";
import { bands } from "@/contracts/comparison";
import type { DashboardDocument, Variable, VariableValues } from "@/contracts/dashboard";
import type { PanelData, TrialWindow } from "@/contracts/dashboard-panel";
import type { FrozenOptions } from "@/contracts/publication";
import { measures } from "@/engine/measures/registry";

type Value = VariableValues[string];
export interface Choice {
  readonly variable: Variable;
  /** What a reader could set it to, what the dashboard opens with first. */
  readonly options: readonly { readonly key: string; readonly value: Value; readonly words: string }[];
}

/** What each variable of a dashboard offers to be frozen. */
export function choicesOf(document: DashboardDocument, data: Readonly<Record<string, PanelData>>): Choice[] {
  return document.variables.map((variable) => {
    const all = valuesOf(variable, document, data);
    const first = { value: variable.value as Value, words: wordsOf(variable.value, all) };
    const options = [first, ...all].map((one) => ({ ...one, key: canonicalJson(one.value) }));
    return { variable, options: [...new Map(options.map((one) => [one.key, one])).values()] };
  });
}

const wordsOf = (value: unknown, all: readonly { value: Value; words: string }[]): string => {
  const known = all.find((one) => canonicalJson(one.value) === canonicalJson(value));
  if (known) return known.words;
  if (Array.isArray(value))
    return value
      .map(
        (one: string) =>
          all.find((option) => canonicalJson(option.value) === canonicalJson([one]))?.words ?? one,
      )
      .join(", ");
  return String(value);
};

function valuesOf(
  variable: Variable,
  document: DashboardDocument,
  data: Readonly<Record<string, PanelData>>,
): { value: Value; words: string }[] {
  switch (variable.kind) {
    case "model":
    case "arm":
      return [
        { value: null, words: "all" },
        ...optionsOf(variable, document, data).map(({ value, words }) => ({ value: [value], words })),
      ];
    case "measure":
      return measures.map(({ key, title }) => ({ value: key, words: title }));
    case "block":
      return ([20, 50, 100] as const).map((value) => ({ value, words: `${value} trials` }));
    case "band":
      return bands.map((value) => ({ value, words: bandNames[value] }));
    case "window": {
      const { from, to }: TrialWindow = variable.value;
      return [{ value: variable.value, words: `${from}–${to}` }];
    }
  }
}

export const combinations = (choices: readonly Choice[], chosen: FrozenOptions): number =>
  choices.reduce((product, { variable, options }) => {
    const own = chosen[variable.name] ?? [];
    return (
      product *
      options.filter(({ key }, index) => index === 0 || own.some((one) => canonicalJson(one) === key)).length
    );
  }, 1);

/** Everything where that is not much; else what the dashboard opens with. */
const plenty = 24;
export function usualOptions(choices: readonly Choice[]): FrozenOptions {
  const all = Object.fromEntries(
    choices
      .filter(({ variable }) => variable.kind !== "measure")
      .map(({ variable, options }) => [variable.name, options.map(({ value }) => value)]),
  ) as FrozenOptions;
  return combinations(choices, all) <= plenty ? all : {};
}
