import { Refusal, quoted } from "../refusal";
import { countOf, isList, type Value, type Values } from "./model";

/** One text or number for each trial, or one for all of them. */
export interface PerTrial {
  readonly length: number;
  text(trial: number): string | null;
  number(trial: number): number;
}

const clean = (text: string | undefined) => text?.trim().slice(0, 200) || null;
const inText = (value: number) => (Number.isNaN(value) ? null : String(value));

/** @throws Refusal when it is a matrix. */
export function perTrial(path: string, value: Value): PerTrial {
  if (value.kind === "texts") {
    const { texts } = value;
    return {
      length: texts.length,
      text: (trial) => clean(texts[trial]),
      number: (trial) => Number(texts[trial]),
    };
  }
  if (value.kind === "cells") {
    const { cells } = value;
    const number = (trial: number) => (cells[trial]?.length === 1 ? cells[trial][0] : NaN);
    return { length: cells.length, text: (trial) => inText(number(trial)), number };
  }
  const { numbers, dims } = value;
  if (!isList(dims))
    throw new Refusal(
      `${quoted(path)} is ${dims.join(" x ")} where a list is expected`,
      "choose another variable",
    );
  const number = (trial: number) => (trial < numbers.length ? numbers[trial] : NaN);
  return { length: countOf(dims), text: (trial) => inText(number(trial)), number };
}

/** The single value of a variable that is about a whole recording; null where it has several, or none. */
export function single(path: string, value: Value | undefined): string | null {
  if (!value) return null;
  const own = perTrial(path, value);
  const first = own.text(0);
  for (let at = 1; at < own.length; at++) if (own.text(at) !== first) return null;
  return first;
}

export function listOf(values: Values, own: string | undefined): PerTrial | null {
  const value = own === undefined ? undefined : values.get(own);
  return value && own !== undefined ? perTrial(own, value) : null;
}
