import type { Notes } from "../reader";
import { Refusal, quoted } from "../refusal";
import { sizeOf, type Frame } from "./frames";
import type { ArrayRole } from "./guess";
import type { ArrayMapping, ChosenMatrix } from "./mapping";
import type { Rows } from "./matrix";
import { listOf, type PerTrial } from "./per-trial";

export interface Lists {
  readonly trials: number;
  readonly roles: ReadonlyMap<ArrayRole, PerTrial>;
}

/** How many trials a recording has: as many as its matrices have, else as its longest list. */
export function listsOf(
  notes: Notes,
  frame: Frame,
  mapping: ArrayMapping,
  cut: readonly (ChosenMatrix & Rows)[],
): Lists {
  const roles = new Map<ArrayRole, PerTrial>();
  for (const [role, own] of Object.entries(mapping.roles)) {
    const list = listOf(frame.values, own);
    if (list && list.length > 0) roles.set(role as ArrayRole, list);
  }
  const full = cut.filter(({ rows }) => rows > 0);
  const other = full.find(({ rows }) => rows !== full[0].rows);
  if (other)
    throw new Refusal(
      `${quoted(other.path)} has ${other.rows} trials where ${quoted(full[0].path)} has ${full[0].rows}`,
      "choose variables of one recording, or say otherwise what their rows and columns are",
    );
  const lengths = [...[...roles.values()].map(({ length }) => length)];
  for (const { path: own } of mapping.measures) {
    const value = frame.values.get(own);
    if (value) lengths.push(sizeOf(value));
  }
  for (const { path: own, clock } of mapping.events) {
    const value = frame.values.get(own);
    if (value?.kind === "cells" && clock === "trial") lengths.push(value.cells.length);
  }
  const longest = Math.max(0, ...lengths.filter((length) => length > 1));
  const trials = full[0]?.rows ?? longest;
  for (const [role, { length }] of roles) {
    if (length > 1 && length > trials)
      throw new Refusal(
        `${quoted(mapping.roles[role]!)} has ${length} values for ${trials} trials`,
        "choose another variable, or say otherwise what rows and columns are",
      );
    if (length > 1 && length < trials)
      notes.remark(
        `${mapping.roles[role]!} covers ${length} of ${trials} trials; it was aligned to the first ${length}.`,
      );
  }
  return { trials, roles };
}
