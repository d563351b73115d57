/** Which figures a comparison consists of, in the order of the page, and which of them it shows. */
import type { Band } from "@/components/charts/band";
import { prepareDifference } from "@/components/charts/difference-from-control/prepare";
import { prepareLearningCurve } from "@/components/charts/learning-curve/prepare";
import type { FacetBy } from "@/components/charts/lines/facets";
import type { LineFigure } from "@/components/charts/lines/line-figure";
import type { LookOptions } from "@/components/charts/lines/prepare-lines";
import { prepareTrace, traceFigures, traceTitle } from "@/components/charts/trace/prepare";
import type { ComparisonPanel } from "@/contracts/comparison";

/** A figure before it is drawn: the panels that it takes. */
export interface PlannedFigure {
  /** What the state calls it. */
  readonly id: string;
  readonly title: string;
  readonly kind: ComparisonPanel["kind"];
  readonly panels: readonly ComparisonPanel[];
}
export interface ShownFigure extends PlannedFigure {
  readonly figure: LineFigure;
  readonly band: Band;
}

/** What a reader meets first: behaviour, its difference from control, dopamine at cue, reward and omission, traces. */
const firstCurves = ["prepLick", "latency", "cueDA", "rewDA", "rewDAOmission"];
/** Of recordings beside them, what they share: behaviour by the same code, responses in units of their own. */
const firstRecorded = ["cueResponse", "rewardResponse"];
const firstDifferences = ["prepLick", "latency", "cueDA"];

/** Figures that a comparison without a choice of its own shows. */
export const usualFigures: readonly string[] = firstCurves
  .flatMap((measure) => [
    `curve:${measure}`,
    ...(firstDifferences.includes(measure) ? [`difference:${measure}`] : []),
  ])
  .concat("trace:dopamine");

export function plannedFigures(panels: readonly ComparisonPanel[]): PlannedFigure[] {
  const single = panels
    // among controls and recordings nothing differs from control: no figure, rather than an empty one
    .filter(({ kind, series }) => kind === "curve" || (kind === "difference" && series.length > 0))
    .filter((panel) => panel.series.length > 0 || !saidElsewhere(panel, panels))
    .map((panel) => ({
      id: `${panel.kind}:${panel.measure}`,
      title: panel.title,
      kind: panel.kind,
      panels: [panel],
    }));
  const traces = traceFigures(panels.filter(({ kind }) => kind === "trace")).map((own) => ({
    id: `trace:${own[0].measure}`,
    title: traceTitle(own[0]),
    kind: "trace" as const,
    panels: own,
  }));
  const first = single.filter(({ id }) => isFirst(id));
  const rest = single.filter(({ id }) => !isFirst(id));
  return [...order(first), ...traces, ...rest];
}

/** Whether another panel of the measure draws something and says why each of these groups is not in it. */
const saidElsewhere = (panel: ComparisonPanel, panels: readonly ComparisonPanel[]): boolean =>
  panels.some(
    ({ kind, measure, series, notApplicable }) =>
      kind === panel.kind &&
      measure === panel.measure &&
      series.length > 0 &&
      panel.notApplicable.every(({ group }) => notApplicable.some((one) => one.group === group)),
  );

const isFirst = (id: string) => {
  const [kind, measure, ...signal] = id.split(":");
  if (kind === "curve" && signal.length > 0) return firstRecorded.includes(measure);
  return kind === "trace" || (kind === "curve" ? firstCurves : firstDifferences).includes(measure);
};

/** Behaviour first: each curve with its difference behind it, in the order in which a reader meets them. */
function order(figures: PlannedFigure[]): PlannedFigure[] {
  const rank = ({ id }: PlannedFigure) => {
    const [kind, measure, ...signal] = id.split(":");
    if (signal.length > 0) return 2 * (firstCurves.length + firstRecorded.indexOf(measure));
    return firstCurves.indexOf(measure) * 2 + (kind === "difference" ? 1 : 0);
  };
  return figures.toSorted((a, b) => rank(a) - rank(b));
}

export const isShown = (id: string, panels: readonly string[] | undefined) =>
  panels ? panels.includes(id) : isFirst(id);

export function prepareFigure(
  planned: PlannedFigure,
  look: LookOptions & { facetBy: FacetBy },
  zoom: Readonly<Record<string, { from: number; to: number }>>,
): ShownFigure {
  const own = { ...look, zoom: zoom[planned.panels[0].axis.key] ?? null };
  if (planned.kind === "trace")
    return { ...planned, figure: prepareTrace(planned.panels, own), band: own.band };
  if (planned.kind === "difference")
    return { ...planned, figure: prepareDifference(planned.panels[0], own), band: "ci" };
  return { ...planned, figure: prepareLearningCurve(planned.panels[0], own), band: own.band };
}
