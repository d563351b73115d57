import type { ComparisonView } from "../../../contracts/comparison";
import type { Cell } from "../../../formats/write/tidy";
import { type AnyMeasure, whyNotApplicable } from "../assemble/applicability";
import { placeOf, readsOf, recordedKey, whyNotRecorded } from "../assemble/recording-measures";
import { unscaled } from "../assemble/relative";
import type { Named } from "./named";

/**
 * Who and what counts in no aggregate, and why.
 *
 * @param asked.whole the comparison with its table, not one panel of it.
 */
export function missingRows(
  named: readonly Named[],
  view: ComparisonView,
  asked: {
    readonly panels: ComparisonView["panels"];
    readonly measures: readonly AnyMeasure[];
    readonly whole: boolean;
  },
): Cell[][] {
  const { panels, measures, whole } = asked;
  const nameOf = (key: string) => named.find(({ group }) => group.key === key)!.name;
  return [
    ...subjectsWithout(view, panels, nameOf),
    ...groupsWithout(named, { rows: whole ? view.rows : [], panels }, measures, nameOf),
    ...(whole ? emptyPairs(view, nameOf) : []),
    ...named.flatMap(unscaledRows),
  ];
}

/** Whose responses could not be divided by its control's. */
const unscaledRows = ({ name, group }: Named): Cell[][] =>
  [null, ...(group.kind === "recording" ? group.signals : [])].flatMap((signal) =>
    unscaled(group, signal?.name ?? null).map(({ subject, reason }) => [
      name,
      "level",
      subject,
      `responses cannot be normalised${signal ? ` (${signal.name})` : ""}: ${reason}`,
    ]),
  );

function subjectsWithout(
  view: ComparisonView,
  panels: ComparisonView["panels"],
  nameOf: (key: string) => string,
): Cell[][] {
  const level = view.groups.flatMap(({ key, missing }) =>
    missing.map(({ subject, reason }) => [nameOf(key), "level", subject, reason]),
  );
  const differences = new Map<string, Cell[]>();
  for (const { series } of panels)
    for (const { group, pairs } of series)
      for (const { subject, reason } of pairs?.missing ?? [])
        differences.set(`${group} ${subject}`, [nameOf(group), "difference", subject, reason]);
  return [...level, ...differences.values()];
}

/**
 * Groups, and signals of a recording, that as a whole have no value of a measure, and why: nothing of them is in the
 * aggregates. What has no level has no difference either; why a group has none of any measure is said once.
 */
function groupsWithout(
  named: readonly Named[],
  { rows, panels }: Pick<ComparisonView, "rows" | "panels">,
  measures: readonly AnyMeasure[],
  nameOf: (key: string) => string,
): Cell[][] {
  const levels = new Map<string, { group: string; reason: string; words: string }>();
  const say = (group: string, measure: string, title: string, reason: string) =>
    levels.set(JSON.stringify([group, measure]), { group, reason, words: `${title}: ${reason}` });
  for (const { kind, measure, title, notApplicable } of panels)
    if (kind !== "difference")
      for (const { group, reason } of notApplicable) say(group, measure, title, reason);
  for (const { group, title, measure, n, reason } of rows)
    if (reason !== null && n === 0) say(group, measure, title, reason);
  const wanted = new Set([...rows, ...panels].map(({ measure }) => measure.split(":")[0]));
  for (const { group } of named)
    if (group.kind === "recording")
      for (const measure of measures.filter(({ key, reads }) => wanted.has(key) && reads !== "licks"))
        if (!whyNotApplicable(measure, group))
          for (const signal of readsOf(measure, group)) {
            const reason = signal && whyNotRecorded(measure, group, signal);
            if (reason)
              say(group.key, recordedKey(measure, signal), `${measure.title}: ${placeOf(signal)}`, reason);
          }
  const known = new Set([...levels.values()].map(({ group, reason }) => JSON.stringify([group, reason])));
  const differences = new Map<string, { group: string; words: string }>();
  for (const { kind, notApplicable } of panels)
    if (kind === "difference")
      for (const { group, reason } of notApplicable) {
        const key = JSON.stringify([group, reason]);
        if (!known.has(key)) differences.set(key, { group, words: reason });
      }
  return [
    ...[...levels.values()].map(({ group, words }) => [nameOf(group), "level", null, words]),
    ...[...differences.values()].map(({ group, words }) => [nameOf(group), "difference", null, words]),
  ];
}

/** Pairs that no panel misses, but a row of the table does: its window holds no value of them. */
const emptyPairs = ({ rows, panels }: ComparisonView, nameOf: (key: string) => string): Cell[][] =>
  rows.flatMap(({ group, title, measure, difference }) => {
    const known = panels
      .filter((panel) => panel.kind === "difference" && panel.measure === measure)
      .flatMap(({ series }) => series.filter((one) => one.group === group))
      .flatMap(({ pairs }) => pairs?.missing ?? []);
    return (difference?.missing ?? [])
      .filter(({ subject }) => !known.some((one) => one.subject === subject))
      .map(({ subject, reason }) => [nameOf(group), "difference", subject, `${title}: ${reason}`]);
  });
