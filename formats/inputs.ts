import type { AnswerInput, AnswerOption } from "@/contracts/reading";

/** The controls that readers ask with. */

export const inNumber = (unit: string | null, above: number | null = null): AnswerInput => ({
  ...{ kind: "number", unit, above, optional: false },
});
/** Null is an answer, too: nobody knows, or there is none. */
export const inNumberOrNull = (unit: string | null, above: number | null = null): AnswerInput => ({
  ...{ kind: "number", unit, above, optional: true },
});
export const inText = (...suggestions: readonly string[]): AnswerInput => ({
  ...{ kind: "text", suggestions: [...suggestions], optional: false },
});
export const inTextOrNone = (...suggestions: readonly string[]): AnswerInput => ({
  ...{ kind: "text", suggestions: [...suggestions], optional: true },
});
export const inBoolean: AnswerInput = { kind: "boolean" };

/** From values to their labels. */
export const inChoice = (labels: Readonly<Record<string, string>>): AnswerInput => ({
  kind: "choice",
  options: Object.entries(labels).map(([value, label]) => ({ value, label })),
  optional: false,
});
export const inItem = (options: readonly AnswerOption[], optional = true): AnswerInput => ({
  ...{ kind: "item", options: [...options], optional },
});
export const inItems = (options: readonly AnswerOption[]): AnswerInput => ({
  kind: "items",
  options: [...options],
});

type Simple = Extract<AnswerInput, { kind: "number" | "text" | "boolean" | "choice" }>;
/** A value for each key, given with its label. */
export const inRecord = (
  keys: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
  value: AnswerInput,
): AnswerInput => ({
  kind: "record",
  keys: [...(keys instanceof Map ? keys : Object.entries(keys))].map(([key, label]) => ({ key, label })),
  value: value as Simple,
});

export const units = ["dF/F", "%", "z-score", "V", "a.u."];
export const alignments = ["cue", "reward", "lick", "trial start"];
