/** The numbers of a panel as a table with the meaning of every column: what CSV and Parquet are written from. */
import type { Cell } from "@/components/charts/figure/csv";
import { lineCsvHead, lineCsvRows } from "@/components/charts/lines/csv-rows";
import type { LineFigure } from "@/components/charts/lines/line-figure";
import { tableCsv } from "@/components/comparison/table-csv";
import type { GroupView, ComparisonRow } from "@/contracts/comparison";
import type { DataOf } from "@/contracts/dashboard-panel";

interface Column {
  readonly name: string;
  readonly type: "text" | "integer" | "number";
  readonly unit: string;
  readonly meaning: string;
}
export interface NumbersTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const column = (name: string, type: Column["type"], unit: string, meaning: string): Column => ({
  ...{ name, type, unit, meaning },
});
const text = (name: string, meaning: string) => column(name, "text", "", meaning);
const number = (name: string, unit: string, meaning: string) => column(name, "number", unit, meaning);
const integer = (name: string, unit: string, meaning: string) => column(name, "integer", unit, meaning);

const lineColumns: Readonly<Record<(typeof lineCsvHead)[number], Column>> = {
  figure: text("figure", "what is measured"),
  unit: text("unit", "of value, sd, sem and the interval"),
  facet: text("facet", "small multiple: arm, model, or period of training"),
  row: text("row", "row of a two-way grid: type of trial; empty where there is one row"),
  group: text("group", "model and arm, or recording"),
  x: number("x", "see x_unit", "position on the x axis; of a block of trials its middle"),
  x_unit: text("x_unit", "unit of x"),
  subject: text("subject", "whose value it is; empty on rows of a mean over subjects"),
  n: integer(
    "n",
    "subjects",
    "subjects (pairs, for differences) with a value; repetitions are averaged before",
  ),
  value: number("value", "see unit", "mean over subjects, or the subject's own value"),
  sd: number("sd", "see unit", "standard deviation over subjects, n - 1"),
  sem: number("sem", "see unit", "sd / sqrt(n)"),
  ci95_low: number("ci95_low", "see unit", "lower end of the 95 % interval of the mean"),
  ci95_high: number("ci95_high", "see unit", "upper end of the 95 % interval of the mean"),
  ci_method: text("ci_method", "how the interval is made"),
};
export const lineTable = (figures: readonly LineFigure[]): NumbersTable => ({
  columns: lineCsvHead.map((name) => lineColumns[name]),
  rows: figures.flatMap(lineCsvRows),
});

const rowMeanings: readonly Column[] = [
  text("measure", "what is measured"),
  text("unit", "of mean, sd, se, interval and difference"),
  text("window", "when within a trial"),
  text("group", "model and arm, or recording"),
  integer("n", "subjects", "subjects with a value; repetitions are averaged before"),
  number("mean", "see unit", "mean over subjects"),
  number("sd", "see unit", "standard deviation over subjects, n - 1"),
  number("se", "see unit", "sd / sqrt(n)"),
  number("ci95_low", "see unit", "lower end of the 95 % interval of the mean"),
  number("ci95_high", "see unit", "upper end of the 95 % interval of the mean"),
  text("ci_method", "how the interval is made"),
  text("difference_from", "group that the difference is from, paired by subject"),
  number("difference", "see unit", "mean difference over pairs"),
  number("difference_se", "see unit", "standard error of the difference"),
  number("difference_ci95_low", "see unit", "lower end of its 95 % interval"),
  number("difference_ci95_high", "see unit", "upper end of its 95 % interval"),
  integer("pairs", "pairs", "complete pairs"),
  integer("pairs_of", "pairs", "pairs there would be if every run were done"),
  number("effect_size", "1", "see effect_size_name"),
  text("effect_size_name", "which effect size"),
  number("p", "1", "two-sided, not corrected for the number of tests"),
  text("p_name", "which test"),
  text("reason", "why there is no number"),
];
export const rowsTable = (rows: readonly ComparisonRow[], groups: GroupView[]): NumbersTable => ({
  columns: rowMeanings,
  rows: tableCsv(rows, groups).slice(1),
});

type Recorded = NonNullable<DataOf<"run">["recorded"]>;

export const rasterTable = ({ licks, stimulated }: Extract<Recorded, { as: "raster" }>): NumbersTable => ({
  columns: [
    integer("trial", "", "training trial, from 1"),
    integer("stimulated", "", "1 where the trial was stimulated"),
    number("lick_s", "s", "time of a lick from trial start; empty on a trial without licks"),
  ],
  rows: licks.flatMap((times, trial) =>
    (times.length > 0 ? times : [null]).map((time): Cell[] => [
      ...[trial + 1, stimulated[trial] ? 1 : 0],
      time === null ? null : time / 1000,
    ]),
  ),
});

export const heatMapTable = ({
  trace: { rows, binMs, unit },
  probeTrials,
}: Extract<Recorded, { as: "heat-map" }>): NumbersTable => ({
  columns: [
    integer("after_trial", "", "training trial that the probe block follows"),
    number("time_s", "s", "start of the bin, from trial start"),
    number("value", unit, "mean of the signal over the bin"),
  ],
  rows: rows.flatMap((values, row) =>
    values.map((value, bin): Cell[] => [probeTrials[row], (bin * binMs) / 1000, value]),
  ),
});
