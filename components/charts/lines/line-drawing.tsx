"use client";
import { FacetChart } from "./facet-chart";
import type { LineLayout } from "./layout";
import type { LineFigure } from "./line-figure";
import { LineWords } from "./line-words";

/** The figure itself, `layout.width` px wide: what the page shows and what SVG and PNG hold. */
export function LineDrawing({
  figure,
  layout,
  still = false,
}: {
  figure: LineFigure;
  layout: LineLayout;
  still?: boolean;
}) {
  const left = layout.facets[0].plot.x - 18;
  return (
    <div style={{ position: "relative", width: layout.width, height: layout.height }}>
      {figure.facets.map((facet, index) => (
        <FacetChart
          key={facet.key}
          figure={figure}
          facet={facet}
          box={layout.facets[index]}
          left={left}
          still={still}
        />
      ))}
      <LineWords figure={figure} layout={layout} />
    </div>
  );
}
