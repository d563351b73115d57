import type { LineFigure } from "@/components/charts/lines/line-figure";
import { prepareRunSeries } from "@/components/charts/run-series/prepare";
import { unitWords } from "@/components/runs/events-of";
import type { DataOf, TrialWindow } from "@/contracts/dashboard-panel";
import type { DopamineRole } from "@/engine/declaration";

export type RecordedCurve = Extract<NonNullable<DataOf<"run">["recorded"]>, { as: "curve" }>;

/** About forty points, whatever the length of training. */
const points = 40;

export function curveOfRun(
  { measure, title, unit, window: definition, zeroLine, values, trials }: RecordedCurve,
  role: string | null,
  window: TrialWindow | null,
): LineFigure {
  return prepareRunSeries({
    ...{ name: measure, title, unit: unitWords(unit), definition, zeroLine },
    role: role as DopamineRole | null,
    series: [{ label: title, values }],
    trials: trials ?? undefined,
    block: trials ? 1 : Math.max(1, Math.round(values.length / points)),
    zoom: window && { from: window.from - 1, to: window.to },
  });
}

const typeWords: Readonly<Record<string, string>> = { cued: "cued", uncued: "uncued", omission: "omitted" };
export const heatMapTitle = (signal: string, type: string) => `${signal}, ${typeWords[type] ?? type} probes`;
