import type { ComparisonPanel, ComparisonRow } from "../../../contracts/comparison";
import type { Block } from "../assemble/blocks";
import type { Cell } from "../../../formats/write/tidy";
import { panelName } from "./named";

/** Every point of a panel, in the columns of aggregates.csv. */
export function panelAggregates(panel: ComparisonPanel, nameOf: (key: string) => string): Cell[][] {
  const statistic = panel.kind === "difference" ? "difference" : "level";
  const kind = panel.kind === "trace" ? "trace" : "curve";
  const name = panel.kind === "trace" ? panel.key : panelName(panel.key);
  return panel.series.flatMap((series) =>
    panel.x.map((x, i): Cell[] => [
      ...[nameOf(series.group), statistic, kind, name, panel.measure, panel.unit],
      ...(panel.blocks
        ? [panel.blocks[i].from, panel.blocks[i].to, null, null]
        : [null, null, x, panel.axis.unit]),
      ...[series.n[i], series.mean[i], series.sd[i], series.sem[i], series.low[i], series.high[i]],
      ...[series.intervalMethod, series.pairs?.of ?? null, null, null, null, null, panel.window],
    ]),
  );
}

/** The rows of the table: a level, and a difference where there is one. */
export function rowAggregates(
  rows: readonly ComparisonRow[],
  { from, to }: Block,
  nameOf: (key: string) => string,
): Cell[][] {
  return rows.flatMap((row) => {
    const place = ["window", null, row.measure, row.unit, from, to, null, null];
    const level: Cell[] = [
      ...[nameOf(row.group), "level", ...place, row.n, row.mean, row.sd, row.se, row.low, row.high],
      ...[row.intervalMethod, null, null, null, null, null, row.window],
    ];
    const { difference } = row;
    if (row.reason !== null && row.n === 0) return [];
    if (!difference) return [level];
    const { mean, sd, se, low, high } = difference;
    return [
      level,
      [
        ...[nameOf(row.group), "difference", ...place, difference.pairs, mean, sd, se, low, high],
        ...[difference.intervalMethod, difference.of, difference.effectSize, difference.effectSizeName],
        ...[difference.p, difference.pName, row.window],
      ],
    ];
  });
}
