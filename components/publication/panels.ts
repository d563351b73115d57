/** What a frozen panel shows: its figures and its numbers, decided by the same code as in the lab. */
import { prepareHeatMap } from "@/components/charts/dopamine-heat-map/prepare";
import { encodeGroups } from "@/components/charts/encoding";
import { prepareLickRaster } from "@/components/charts/lick-raster/prepare";
import type { LineFigure } from "@/components/charts/lines/line-figure";
import { plannedFigures, prepareFigure } from "@/components/comparison/figures";
import { hiddenOf } from "@/components/dashboards/panels/hidden";
import { curveOfRun, heatMapTitle } from "@/components/dashboards/panels/run/curve-of-run";
import { eventsOf } from "@/components/runs/events-of";
import type { DataOf, PanelData } from "@/contracts/dashboard-panel";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import type { Drawing } from "./drawing/drawing";
import { drawLines } from "./drawing/draw-lines";
import { drawHeatMap, drawRaster } from "./drawing/draw-maps";
import { heatMapTable, lineTable, type NumbersTable, rasterTable, rowsTable } from "./tables";

export interface PublicFigure {
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
  /** N, and what the band is. */
  readonly note: string;
  readonly remarks: readonly string[];
  /** Why nothing is drawn. */
  readonly empty: string | null;
  readonly draw: (width: number) => Drawing;
}

export const figuresOf = (data: PanelData, bound: BoundPanel): PublicFigure[] =>
  data.kind === "chart" || data.kind === "traces"
    ? lineFigures(data, bound).map(ofLines)
    : data.kind === "run" && data.recorded
      ? [figureOfRun(data, data.recorded, bound)]
      : [];

/** Every number that the panel draws or writes; null where it has none. */
export function numbersOf(data: PanelData, bound: BoundPanel): NumbersTable | null {
  if (data.kind === "chart" || data.kind === "traces") return lineTable(lineFigures(data, bound));
  if (data.kind === "table") {
    const hidden = hiddenOf(data, bound);
    return rowsTable(
      data.rows.filter(({ group }) => !hidden.has(group)),
      data.groups,
    );
  }
  if (data.kind !== "run" || !data.recorded) return null;
  const { recorded } = data;
  if (recorded.as === "raster") return rasterTable(recorded);
  if (recorded.as === "heat-map") return heatMapTable(recorded);
  return lineTable([curveOfRun(recorded, data.run.dopamineRole, bound.window)]);
}

function lineFigures(data: DataOf<"chart"> | DataOf<"traces">, bound: BoundPanel): LineFigure[] {
  const { content, window } = bound;
  const own = content.kind === "chart" || content.kind === "traces" ? content.look : {};
  const look = {
    ...{
      groups: data.groups,
      encodings: encodeGroups(data.groups),
      hidden: hiddenOf(data, bound),
      zoom: null,
    },
    band: own.band ?? data.look.band,
    individuals: own.individuals ?? data.look.individuals,
    facetBy: (content.kind === "chart" ? content.look.facet : undefined) ?? data.look.facet ?? "arm",
  } as const;
  return plannedFigures(data.panels).map((one) => {
    const { key } = one.panels[0].axis;
    const zoom = window && one.kind !== "trace" ? { [key]: { from: window.from - 1, to: window.to } } : {};
    return prepareFigure(one, look, zoom).figure;
  });
}

const ofLines = (figure: LineFigure): PublicFigure => ({
  ...{ title: figure.title, unit: figure.unit, definition: figure.definition, note: figure.note },
  ...{ remarks: figure.remarks, empty: figure.empty, draw: (width) => drawLines(figure, width) },
});

type Recorded = NonNullable<DataOf<"run">["recorded"]>;

function figureOfRun({ run, events }: DataOf<"run">, recorded: Recorded, bound: BoundPanel): PublicFigure {
  if (recorded.as === "curve") return ofLines(curveOfRun(recorded, run.dopamineRole, bound.window));
  if (recorded.as === "raster") {
    const figure = prepareLickRaster({ ...recorded, events });
    return {
      ...{ title: "Licks", unit: "licks by trial and time", note: figure.note, empty: figure.empty },
      definition: "Each mark is one lick; trials run from top to bottom.",
      ...{ remarks: [], draw: (width) => drawRaster(figure, width) },
    };
  }
  const { trace, probeTrials, signalTitle } = recorded;
  const figure = prepareHeatMap({ trace, probeTrials, events: eventsOf(trace.type, events) });
  return {
    ...{ title: heatMapTitle(signalTitle, trace.type), unit: trace.unit, note: figure.note },
    definition: "Trials run from top to bottom, time from left to right; the value is the colour.",
    ...{ remarks: [], empty: figure.empty, draw: (width) => drawHeatMap(figure, width, trace.unit) },
  };
}
