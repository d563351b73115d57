import type { ComparisonExport, ComparisonQuery, ComparisonView } from "../../../contracts/comparison";
import { measures } from "../../../engine/measures/registry";
import type { Group } from "../assemble/group";
import { groupView } from "../assemble/group-view";
import { tasksOf } from "../assemble/measure-panels";
import { comparisonView } from "../assemble/view";
import { panelAggregates, rowAggregates } from "./aggregates";
import { type Cell, toCsv } from "./csv";
import { namesOf, type Named } from "./named";
import { dictionary, headerOf, type TableName } from "./tables";
import { curveValues, recordingValues, traceValues, windowValues } from "./values";

/**
 * The comparison as tidy tables: run-level values, the aggregates made from them, who is missing, and the dictionary that
 * says how the second follow from the first. Null when there is no such panel.
 */
export function exportOf(
  groups: readonly Group[],
  query: Pick<ComparisonQuery, "block" | "trials">,
  panelKey: string | null,
): ComparisonExport | null {
  const view = comparisonView(groups, query);
  const named = namesOf(groups);
  const panels = view.panels.filter(({ key, kind }) =>
    panelKey === null ? kind !== "trace" : key === panelKey,
  );
  if (panelKey !== null && panels.length === 0) return null;
  const wanted = new Set(panels.map(({ key }) => key));
  const nameOf = (key: string) => named.find(({ group }) => group.key === key)!.name;
  const values: Cell[][] = [];
  for (const task of tasksOf(
    named.map(({ group }) => group),
    query.block,
  ))
    for (const measure of measures)
      if (
        wanted.has(`curve:${measure.key}@${task.axis.key}`) ||
        wanted.has(`difference:${measure.key}@${task.axis.key}`)
      )
        values.push(...curveValues(named, measure, task));
  if (panelKey === null)
    for (const measure of measures) values.push(...windowValues(named, measure, query.trials));
  else values.push(...traceValues(named, panelKey), ...recordingValues(named, view.panels, panelKey));
  const tables: Record<TableName, Iterable<Cell[]>> = {
    groups: named.map((one) => groupRow(one, nameOf)),
    values,
    aggregates: [
      ...panels.flatMap((panel) => panelAggregates(panel, nameOf)),
      ...(panelKey === null ? rowAggregates(view.rows, query.trials, nameOf) : []),
    ],
    missing: missingRows(view, panels, nameOf),
  };
  return {
    files: [
      ...Object.entries(tables).map(([name, rows]) => file(name, headerOf(name as TableName), rows)),
      file("dictionary", ["file", "column", "unit", "meaning"], dictionary()),
    ],
  };
}

const file = (name: string, header: string[], rows: Iterable<Cell[]>) => ({
  name: `${name}.csv`,
  mediaType: "text/csv;charset=utf-8",
  text: toCsv(header, rows),
});

function groupRow({ name, shown, group }: Named, nameOf: (key: string) => string): Cell[] {
  const view = groupView(group);
  const control = group.kind === "simulation" && group.control ? nameOf(group.control.key) : null;
  return [
    ...[name, shown ? "yes" : "no", view.label, group.kind, view.theory, view.dopamineRole],
    ...[view.arm?.key ?? null, control, view.replicate, view.n, view.repetitions, view.remarks.join(" ")],
  ];
}

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
