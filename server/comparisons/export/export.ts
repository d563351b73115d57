import { setImmediate } from "node:timers/promises";
import type {
  ComparisonExport,
  ComparisonExportFormat,
  ComparisonQuery,
  ComparisonView,
} from "../../../contracts/comparison";
import { csvOf } from "../../../formats/write/csv";
import { parquetOf } from "../../../formats/write/parquet";
import { type Cell, dictionaryOf, type Table } from "../../../formats/write/tidy";
import type { Group } from "../assemble/group";
import { groupView } from "../assemble/group-view";
import { tasksOf } from "../assemble/measure-panels";
import { rememberNothing } from "../assemble/remember";
import { askedFor, viewing } from "../assemble/view";
import { atOnce } from "../in-steps";
import { type AnyMeasure, whyNotApplicable } from "../assemble/applicability";
import { placeOf, readsOf, recordedKey, whyNotRecorded } from "../assemble/recording-measures";
import { unscaled } from "../assemble/relative";
import { panelAggregates, rowAggregates } from "./aggregates";

import { namesOf, type Named } from "./named";
import { tables, type TableName } from "./tables";
import {
  besideValues,
  curveValues,
  recordedCurveValues,
  recordedWindowValues,
  recordingValues,
  traceValues,
  windowValues,
} from "./values";

/**
 * The comparison as tidy tables: run-level values, the aggregates made from them, who is missing, and the dictionary that
 * says how the second follow from the first. Null when there is no such panel.
 */
export const tablesOf = (...asked: Parameters<typeof tabling>): Table[] | null => atOnce(tabling(...asked));

/** The same in steps of a few milliseconds. */
export function* tabling(
  given: readonly Group[],
  query: Pick<ComparisonQuery, "block" | "trials" | "windows" | "relative">,
  panelKey: string | null,
): Generator<undefined, Table[] | null> {
  const view = yield* viewing(given, query, rememberNothing);
  const { groups, measures } = askedFor(given, query);
  const named = namesOf(groups);
  const panels = view.panels.filter(({ key, kind }) =>
    panelKey === null ? kind !== "trace" : key === panelKey,
  );
  if (panelKey !== null && panels.length === 0) return null;
  const wanted = new Set(panels.map(({ key }) => key));
  const nameOf = (key: string) => named.find(({ group }) => group.key === key)!.name;
  const values: Cell[][] = [];
  // one by one: there are more of them than a call takes arguments
  const add = (rows: readonly Cell[][]) => rows.forEach((row) => values.push(row));
  for (const task of tasksOf(
    named.map(({ group }) => group),
    query.block,
  ))
    for (const measure of measures) {
      if (
        wanted.has(`curve:${measure.key}@${task.axis.key}`) ||
        wanted.has(`difference:${measure.key}@${task.axis.key}`)
      )
        add(curveValues(named, measure, task));
      add(besideValues(named, measure, task, panels));
      add(recordedCurveValues(named, measure, task).filter((row) => wanted.has(`curve:${String(row[4])}`)));
      yield;
    }
  if (panelKey === null)
    for (const measure of measures) {
      add(windowValues(named, measure, query.trials));
      add(recordedWindowValues(named, measure, query.trials));
      yield;
    }
  else {
    add(traceValues(named, panelKey));
    add(recordingValues(named, view.panels, panelKey));
  }
  const rows: Record<TableName, Cell[][]> = {
    groups: named.map((one) => groupRow(one, nameOf)),
    values,
    aggregates: [
      ...panels.flatMap((panel) => panelAggregates(panel, nameOf)),
      ...(panelKey === null ? rowAggregates(view.rows, query.trials, nameOf) : []),
    ],
    missing: [
      ...missingRows(view, panels, nameOf),
      ...groupsWithout(named, { rows: panelKey === null ? view.rows : [], panels }, measures),
      ...(panelKey === null ? emptyPairs(view, nameOf) : []),
      ...named.flatMap(unscaledRows),
    ],
  };
  return Object.entries(rows).map(([name, own]) => ({
    ...{ name, columns: tables[name as TableName], rows: () => [own] },
  }));
}

/** The tables as files, with their dictionary. */
export async function exportOf(
  own: readonly Table[],
  format: ComparisonExportFormat,
): Promise<ComparisonExport> {
  const files = await Promise.all(
    [...own, dictionaryOf(own, format)].map(async (table) => {
      const name = `${table.name}.${format}`;
      if (format === "csv") return { name, mediaType: "text/csv;charset=utf-8", text: await csvText(table) };
      return { name, mediaType: "application/vnd.apache.parquet", base64: await parquetBase64(table) };
    }),
  );
  return { files };
}

async function csvText(table: Table): Promise<string> {
  let text = "";
  for await (const part of csvOf({ ...table, rows: () => inPortions(table.rows()) })) text += part;
  return text;
}

const portion = 5000;
/** Others are answered between portions. */
async function* inPortions(batches: ReturnType<Table["rows"]>) {
  for await (const batch of batches)
    for (let from = 0; from < batch.length; from += portion) {
      await setImmediate();
      yield batch.slice(from, from + portion);
    }
}

async function parquetBase64(table: Table): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of parquetOf(table)) parts.push(part);
  return Buffer.concat(parts).toString("base64");
}

function groupRow({ name, shown, group }: Named, nameOf: (key: string) => string): Cell[] {
  const view = groupView(group);
  const control = group.kind === "simulation" && group.control ? nameOf(group.control.key) : null;
  return [
    ...[name, shown ? "yes" : "no", view.label, group.kind, view.theory, view.dopamineRole],
    ...[view.arm?.key ?? null, control, view.replicate, view.n, view.repetitions, view.remarks.join(" ")],
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

function missingRows(
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
  const nameOf = (key: string) => named.find(({ group }) => group.key === key)!.name;
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
