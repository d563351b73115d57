import type { LineFigure } from "../lines/line-figure";
import type { NotedFigure } from "./notes";

export function notedFigure(figure: LineFigure, element: () => HTMLElement | null): NotedFigure {
  const groups = new Map(
    figure.facets.flatMap(({ lines }) => lines.map(({ group, label }) => [group, label] as const)),
  );
  const { key, title, unit, domain } = figure.xAxis;
  return {
    key: figure.key,
    title: figure.title,
    axis: { key, title, unit },
    domain,
    groups: [...groups].map(([group, label]) => ({ key: group, label })),
    say: figure.sayX,
    element,
  };
}
