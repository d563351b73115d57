import type { Cell } from "@/components/charts/figure/csv";
import type { ComparisonRow, ComparisonView } from "@/contracts/comparison";

const head = [
  "measure",
  "unit",
  "window",
  "group",
  "n",
  "mean",
  "sd",
  "se",
  "ci95_low",
  "ci95_high",
  "ci_method",
  "difference_from",
  "difference",
  "difference_se",
  "difference_ci95_low",
  "difference_ci95_high",
  "pairs",
  "pairs_of",
  "effect_size",
  "effect_size_name",
  "p",
  "p_name",
  "reason",
];

/** The table as it stands: the rows that are shown, in their order. */
export function tableCsv(rows: readonly ComparisonRow[], groups: ComparisonView["groups"]): Cell[][] {
  const label = (key: string) => groups.find((group) => group.key === key)?.label ?? key;
  return [
    head,
    ...rows.map((row): Cell[] => {
      const d = row.difference;
      return [
        ...[row.title, row.unit, row.window, label(row.group), row.n, row.mean, row.sd, row.se],
        ...[row.low, row.high, row.intervalMethod],
        ...(d
          ? [
              label(d.control),
              d.mean,
              d.se,
              d.low,
              d.high,
              d.pairs,
              d.of,
              d.effectSize,
              d.effectSizeName,
              d.p,
              d.pName,
            ]
          : Array.from({ length: 11 }, () => null)),
        row.reason,
      ];
    }),
  ];
}
