import { setImmediate } from "node:timers/promises";
import type {
  ComparisonExport,
  ComparisonExportFormat,
  ComparisonQuery,
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
import { panelAggregates, rowAggregates } from "./aggregates";
import { missingRows } from "./missing";
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
    missing: missingRows(named, view, { panels, measures, whole: panelKey === null }),
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
