/**
 * Two drafts that grew from one. What only one side changed is taken from it; what both changed stands there twice. So
 * whatever a person did is in the result.
 */
import { canonicalJson } from "@/contracts/canonical-json";
import type { DashboardDocument, Panel, Reference, Variable } from "@/contracts/dashboard";
import { inReadingOrder } from "../grid/layout";
import { freeName } from "./edits";

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

interface Sides<T> {
  readonly base: readonly T[];
  readonly mine: readonly T[];
  readonly theirs: readonly T[];
}

/** What of an entry is its content, and what is merged apart from it. */
interface Merging<T> {
  readonly keyOf: (one: T) => string;
  readonly content: (one: T) => unknown;
  readonly apart: (base: T | undefined, mine: T, theirs: T) => Partial<T>;
  /** A copy under another name. */
  readonly again: (one: T, taken: readonly string[]) => T;
}

function mergeLists<T>({ base, mine, theirs }: Sides<T>, { keyOf, content, apart, again }: Merging<T>): T[] {
  const find = (list: readonly T[], key: string) => list.find((one) => keyOf(one) === key);
  const order = same(mine.map(keyOf), base.map(keyOf)) ? [...theirs, ...mine] : [...mine, ...theirs];
  const keys = [...new Set(order.map(keyOf))];
  const copies: T[] = [];
  const merged = keys.flatMap((key): T[] => {
    const [b, m, t] = [find(base, key), find(mine, key), find(theirs, key)];
    const changed = (side: T) => !b || !same(content(side), content(b));
    // one side removed it: it stays where the other changed it meanwhile
    if (!m || !t) return [m, t].flatMap((left) => (left && changed(left) ? [left] : []));
    if (!changed(m) || !changed(t) || same(content(m), content(t)))
      return [{ ...(changed(m) ? m : t), ...apart(b, m, t) }];
    copies.push(m);
    return [t];
  });
  for (const copy of copies) merged.push(again(copy, [...keys, ...merged.map(keyOf)]));
  return merged;
}

const nothing = () => ({});
const variables: Merging<Variable> = {
  keyOf: ({ name }) => name,
  content: (one) => one,
  apart: nothing,
  again: (one, taken) => ({ ...one, name: freeName(one.name, taken) }),
};
const panels: Merging<Panel> = {
  keyOf: ({ id }) => id,
  content: ({ title, bind, content }) => ({ title, bind, content }),
  // where only one side moved a panel, it stands there, whoever changed what is in it
  apart: (base, mine, theirs) => ({
    place: base && same(mine.place, base.place) ? theirs.place : mine.place,
  }),
  again: (one, taken) => ({ ...one, id: freeName(one.id, taken) }),
};
const references: Merging<Reference> = {
  keyOf: ({ key }) => key,
  content: (one) => one,
  apart: nothing,
  again: (one, taken) => ({ ...one, key: freeName(one.key, taken) }),
};

export function mergeDocuments(
  base: DashboardDocument,
  mine: DashboardDocument,
  theirs: DashboardDocument,
): DashboardDocument {
  const sides = <K extends keyof DashboardDocument>(key: K) => ({
    ...{ base: base[key], mine: mine[key], theirs: theirs[key] },
  });
  const kept = mergeLists(sides("variables"), variables);
  const known = (kind: string, name: string) => kept.some((one) => one.kind === kind && one.name === name);
  const bound = mergeLists(sides("panels"), panels).map((panel) => ({
    ...panel,
    bind: Object.fromEntries(Object.entries(panel.bind).filter(([kind, name]) => known(kind, name))),
  }));
  return {
    panels: inReadingOrder(bound),
    variables: kept,
    references: mergeLists(sides("references"), references),
  };
}
