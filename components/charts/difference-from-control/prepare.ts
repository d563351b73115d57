import type { ComparisonPanel } from "@/contracts/comparison";
import { bandWords } from "../band";
import { prepareLearningCurve } from "../learning-curve/prepare";
import { counted, pairWords } from "../lines/counts";
import type { FacetBy } from "../lines/facets";
import type { LineFigure } from "../lines/line-figure";
import { drawnSeries, type LookOptions } from "../lines/prepare-lines";

/**
 * Paired differences from control: each subject under the arm minus the same subject under control. The band is always the
 * interval of the mean difference, whatever the page shows elsewhere, because zero is what it is read against.
 */
export function prepareDifference(
  panel: ComparisonPanel,
  look: LookOptions & { facetBy: FacetBy },
): LineFigure {
  const without = new Set(
    look.groups.filter(({ ref }) => ref.kind === "recording" || ref.arm === "control").map(({ key }) => key),
  );
  // a control differs from itself by definition, and nothing is paired with a recording: no reader asks why
  const notApplicable = panel.notApplicable.filter(({ group }) => !without.has(group));
  const figure = prepareLearningCurve({ ...panel, zeroLine: true, notApplicable }, { ...look, band: "ci" });
  if (figure.empty !== null) return figure;
  const drawn = drawnSeries(panel, look);
  const counts = new Set(drawn.map(({ series }) => series.pairs?.complete));
  const pairs = counts.size === 1 ? counted([...counts][0] ?? 0, "pairs") : "complete pairs";
  const incomplete = drawn.flatMap(({ group, series }) =>
    series.pairs && series.pairs.complete < series.pairs.of
      ? [`${group.label}: ${pairWords(series.pairs)}`]
      : [],
  );
  const method = bandWords(
    "ci",
    drawn.map(({ series }) => series),
  );
  return {
    ...figure,
    note: `paired difference from control: ${method} over ${pairs}${figure.note.includes("thin lines") ? "; thin lines: pairs" : ""}`,
    remarks: [...incomplete, ...figure.remarks],
  };
}
