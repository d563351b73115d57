import { cut } from "@/components/ui/cut";
import { cssColour } from "../encoding";
import { spreadLabels } from "../label-spread";
import { markerPath } from "../marker";
import { project } from "../scale";
import { SwatchMark } from "../swatch";
import { swatchWidth, textWidth, typeSize, type LineLayout } from "./layout";
import type { LineFigure } from "./line-figure";

/** All words around the plots: facet titles, axis titles, labels at line ends, legend. Ink, never a coloured text. */
export function LineWords({ figure, layout }: { figure: LineFigure; layout: LineLayout }) {
  const first = layout.facets[0].plot;
  const plots = layout.facets.map(({ plot }) => plot);
  const right = Math.max(...plots.map(({ x, width }) => x + width));
  const bottom = Math.max(...plots.map(({ y, height }) => y + height));
  const { title, unit: xUnit } = figure.xAxis;
  // "Training trial (trial)" says it twice
  const unit = xUnit && !title.toLowerCase().includes(xUnit) ? ` (${xUnit})` : "";
  const middle = (first.y + bottom) / 2;
  return (
    <svg
      width={layout.width}
      height={layout.height}
      style={{ position: "absolute", left: 0, top: 0, pointerEvents: "none", overflow: "visible" }}
      fontSize={typeSize}
    >
      <text x={12} y={middle} transform={`rotate(-90 12 ${middle})`} textAnchor="middle" fill="var(--muted)">
        {figure.unit}
      </text>
      <text x={(first.x + right) / 2} y={bottom + 36} textAnchor="middle" fill="var(--muted)">
        {title + unit}
      </text>
      {figure.facets.map((facet, index) => {
        const { plot, row, column } = layout.facets[index];
        const above = figure.fixedColumns ? row === 0 : facet.title !== "";
        return (
          <g key={facet.key}>
            {above && (
              <text
                x={plot.x}
                y={plot.y - (figure.fixedColumns ? 32 : 13)}
                fill="var(--ink)"
                fontWeight={600}
              >
                {fitted(facet.title, plot.width / 1.08)}
              </text>
            )}
            {facet.rowTitle && column === 0 && (
              <text x={plot.x} y={plot.y - 12} fill="var(--ink)">
                {facet.rowTitle}
              </text>
            )}
            {facet.empty && <EmptyFacet text={facet.empty} plot={plot} />}
            {layout.gutter > 0 && column === layout.columns - 1 && (
              <EndLabels figure={figure} facetIndex={index} layout={layout} />
            )}
          </g>
        );
      })}
      {layout.legend.map(({ text, encoding, x, y }) => (
        <g key={text}>
          <SwatchMark encoding={encoding} x={x} y={y - 4} width={swatchWidth} />
          <text x={x + swatchWidth + 6} y={y} fill="var(--ink)">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A title that is too long loses what follows its first comma, then its end, with a mark; the whole stands in the legend. */
function fitted(title: string, width: number): string {
  if (textWidth(title) <= width) return title;
  const [first] = title.split(",");
  const most = Math.floor((width / textWidth(first)) * first.length);
  return textWidth(first) <= width ? first : `${cut(first, Math.max(4, most - 1))}…`;
}

function EmptyFacet({
  text,
  plot,
}: {
  text: string;
  plot: { x: number; y: number; width: number; height: number };
}) {
  const perLine = Math.max(12, Math.floor((plot.width - 16) / 6.4));
  const wrapped = text.split(" ").reduce<string[]>((all, word) => {
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= perLine)
      all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
    return all;
  }, []);
  const room = Math.max(1, Math.floor(plot.height / 15));
  const lines = wrapped.length <= room ? wrapped : [...wrapped.slice(0, room - 1), `${wrapped[room - 1]} …`];
  return (
    <text x={plot.x + 8} y={plot.y + plot.height / 2 - (lines.length - 1) * 7} fill="var(--muted)">
      {lines.map((line, index) => (
        <tspan key={index} x={plot.x + 8} dy={index === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function EndLabels({
  figure,
  facetIndex,
  layout,
}: {
  figure: LineFigure;
  facetIndex: number;
  layout: LineLayout;
}) {
  const facet = figure.facets[facetIndex];
  const { plot } = layout.facets[facetIndex];
  const ends = facet.lines.flatMap((line) => {
    for (let index = facet.x.length - 1; index >= 0; index -= 1) {
      const value = line.points[index];
      const [from, to] = figure.xAxis.domain;
      if (value === null || facet.x[index] < from || facet.x[index] > to) continue;
      const y = project(value, figure.yAxis.domain, [plot.y + plot.height, plot.y]);
      const x = project(facet.x[index], figure.xAxis.domain, [plot.x, plot.x + plot.width]);
      return [{ line, x, y: Math.min(Math.max(y, plot.y), plot.y + plot.height) }];
    }
    return [];
  });
  const placed = spreadLabels(
    ends.map(({ y }) => y),
    15,
    plot.y,
    plot.y + plot.height,
  );
  const labelX = plot.x + plot.width + 18;
  return ends.map(({ line, x, y }, index) => (
    <g key={line.group}>
      <path
        d={`M${x + 5} ${y}L${labelX - 6} ${placed[index]}`}
        stroke={cssColour(line.encoding.ink)}
        strokeWidth={0.75}
        fill="none"
      />
      <path
        d={markerPath(line.encoding.marker, labelX, placed[index], 3)}
        fill={line.encoding.kind === "recording" ? "var(--paper)" : cssColour(line.encoding.ink)}
        stroke={cssColour(line.encoding.ink)}
      />
      <text x={labelX + 8} y={placed[index] + 4} fill="var(--ink)">
        {line.entry}
      </text>
    </g>
  ));
}
