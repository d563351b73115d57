import type { Cell } from "../figure/csv";
import type { LineFigure } from "./line-figure";

export const lineCsvHead = [
  "figure",
  "unit",
  "facet",
  "row",
  "group",
  "x",
  "x_unit",
  "subject",
  "n",
  "value",
  "sd",
  "sem",
  "ci95_low",
  "ci95_high",
  "ci_method",
] as const;

/** One row per point of every line that is drawn; rows with a subject are individuals, rows without are the means. */
export function lineCsvRows(figure: LineFigure): Cell[][] {
  const [from, to] = figure.xAxis.domain;
  const xUnit = figure.xAxis.unit || figure.xAxis.title;
  return figure.facets.flatMap((facet) =>
    facet.lines.flatMap((line) => {
      const head = [figure.title, figure.unit, facet.title, facet.rowTitle, line.label];
      const shown = facet.x.map((x, index) => ({ x, index })).filter(({ x }) => x >= from && x <= to);
      const s = line.series;
      const means = shown.map(({ x, index }): Cell[] => [
        ...head,
        x,
        xUnit,
        null,
        s ? s.n[index] : null,
        line.points[index],
        s ? s.sd[index] : null,
        s ? s.sem[index] : null,
        s ? s.low[index] : null,
        s ? s.high[index] : null,
        s ? s.intervalMethod : null,
      ]);
      const subjects = line.individuals.flatMap(({ subject, values }) =>
        shown.map(({ x, index }): Cell[] => [
          ...head,
          x,
          xUnit,
          subject,
          null,
          values[index],
          null,
          null,
          null,
          null,
          null,
        ]),
      );
      return [...means, ...subjects];
    }),
  );
}
