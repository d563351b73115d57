import type { ContentItem } from "@/contracts/reading";
import type { RecordingPart } from "@/contracts/recording";
import { listed, quoted } from "../refusal";
import { countOf, type ArrayFile, type Described } from "./model";

const mostListed = 2000;

/** All variables with what is inside of them. */
export function arrayContents({ what, variables }: ArrayFile): RecordingPart {
  const items: ContentItem[] = [];
  let more = 0;
  const list = (all: readonly Described[], depth: number) => {
    for (const { path, name, class: type, dims, unit, first, fields } of all) {
      if (items.length < mostListed)
        items.push({
          ...{ path: path.slice(0, 1000), depth, name: name.slice(0, 200), type: type.slice(0, 120) },
          ...{ dims: [...dims], unit: unit?.slice(0, 80) ?? null, gaps: null, looked: null },
          first: first.slice(0, 8).map((text) => text.slice(0, 80)),
        });
      else more++;
      list(fields, depth + 1);
    }
  };
  list(variables, 0);
  return { kind: "contents", what, items, more };
}

/** Of more than two dimensions: it cannot be read. */
const isDeep = ({ kind, dims }: Described) => kind === "numbers" && dims.length > 2;
const anyOf = (variables: readonly Described[], is: (one: Described) => boolean): boolean =>
  variables.some((one) => is(one) || anyOf(one.fields, is));

/** Whether anything in it could become a signal, a time or a column of trials: more than one number. */
export const mappable = (variables: readonly Described[]): boolean =>
  anyOf(
    variables,
    (one) => (one.kind === "numbers" || one.kind === "cells") && countOf(one.dims) > 1 && !isDeep(one),
  );

/** What to do about a file with nothing to map. */
export const insteadOf = (variables: readonly Described[]): string =>
  `save the arrays of the recording themselves${
    anyOf(variables, isDeep)
      ? ", in at most two dimensions"
      : ": numbers, cells of numbers, or structs of them"
  }`;

/** "nac (single 61x701)" */
export function inWords({ name, class: kind, dims, fields }: Described): string {
  const names = fields.map((field) => field.name);
  const inside = names.length > 0 ? ` with ${listed(names, 24)}` : "";
  return `${quoted(name).slice(1, -1)} (${[kind, dims.join("x")].join(" ").trim()}${inside})`;
}

export function allInWords(variables: readonly Described[]): string {
  const more = variables.length > 12 ? ` and ${variables.length - 12} more` : "";
  return `${variables.slice(0, 12).map(inWords).join(", ")}${more}`;
}

/** "session.fs (double 1x1: 20)" for a list to choose from. */
export function label({ path, class: kind, dims, first }: Described): string {
  const example = first.length > 0 ? `: ${first.slice(0, 3).join(", ")}${first.length > 3 ? ", …" : ""}` : "";
  return `${path} (${[kind, dims.join("x")].join(" ").trim()}${example})`.slice(0, 300);
}
