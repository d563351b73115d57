"use client";
import { useHover } from "@/components/charts/hover/use-hover";
import { bandNames } from "@/components/charts/band";
import { nearestIndex, stops } from "@/components/charts/lines/line-figure";
import { readAt, type Reading } from "@/components/charts/lines/reading";
import { formatNumber } from "@/components/charts/number-format";
import { Swatch } from "@/components/charts/swatch";
import type { ShownFigure } from "./figures";

interface Read {
  title: string;
  at: string;
  unit: string;
  band: string;
  readings: readonly Reading[];
}

/** The numbers under the pointer: of the figure it is in, at the position that all panels of the axis show. */
function useReading(figures: readonly ShownFigure[]): Read | null {
  const hover = useHover();
  const shown = hover && figures.find(({ figure }) => figure.key === hover.figure);
  if (!hover || !shown || shown.figure.empty !== null) return null;
  const { figure, band } = shown;
  const positions = stops(figure);
  const x = positions[nearestIndex(positions, hover.x)];
  if (x === undefined) return null;
  // one facet of a two-way grid at a time: all nine would be a wall of numbers
  const facets = figure.fixedColumns ? [figure.facets[hover.facet ?? 0] ?? figure.facets[0]] : figure.facets;
  const [{ title, rowTitle }] = facets;
  const index = figure.facets.indexOf(facets[0]);
  const column = figure.fixedColumns ? figure.facets[index % figure.columns].title : "";
  const row = figure.fixedColumns
    ? (figure.facets[index - (index % figure.columns)].rowTitle ?? "")
    : (rowTitle ?? "");
  return {
    title: [figure.title, ...(figure.fixedColumns ? [row, column || title] : [])].filter(Boolean).join(", "),
    at: figure.sayX(x),
    unit: figure.unit,
    band: bandNames[band],
    readings: readAt({ ...figure, facets }, x, band),
  };
}

/** At the foot of the groups, wherever the page is scrolled; it lies over them while something is read. */
export function ReadingBox({ figures }: { figures: readonly ShownFigure[] }) {
  const read = useReading(figures);
  if (!read) return null;
  return (
    <section
      aria-label="Reading"
      className="sticky bottom-0 z-10 max-h-[60dvh] overflow-y-auto border-t border-line-strong bg-paper py-2 text-sm"
    >
      <Numbers read={read} />
    </section>
  );
}

/** At the foot of a phone, while something is read. */
export function ReadingBar({ figures }: { figures: readonly ShownFigure[] }) {
  const read = useReading(figures);
  if (!read) return null;
  return (
    <section
      aria-label="Reading"
      className="fixed inset-x-0 bottom-0 z-20 max-h-[40dvh] overflow-y-auto border-t border-line-strong bg-paper px-4 py-2 text-sm lg:hidden"
    >
      <Numbers read={read} />
    </section>
  );
}

/** At the lower right of a page whose figures lie anywhere, while something is read; as wide as a phone, or as its numbers. */
export function ReadingCard({ figures }: { figures: readonly ShownFigure[] }) {
  const read = useReading(figures);
  if (!read) return null;
  return (
    <section
      aria-label="Reading"
      className="fixed right-0 bottom-0 z-20 max-h-[40dvh] max-w-full overflow-y-auto border border-line-strong bg-paper px-4 py-2 text-sm max-sm:left-0 sm:max-w-md"
    >
      <Numbers read={read} />
    </section>
  );
}

/** A heading per panel, a row per line in it. */
function Numbers({ read }: { read: Read }) {
  const facets = [...new Set(read.readings.map(({ facet }) => facet))];
  return (
    <table className="w-full">
      <caption className="pb-1 text-left">
        <span className="font-medium">{read.title}</span>
        <br />
        <span className="text-muted">
          {read.at}; {read.unit} [{read.band}]
        </span>
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Mean</th>
          <th scope="col">{read.band}</th>
        </tr>
      </thead>
      {facets.map((facet) => (
        <tbody key={facet}>
          {facets.length > 1 && (
            <tr>
              <th colSpan={3} scope="rowgroup" className="pt-1 text-left font-medium">
                {facet}
              </th>
            </tr>
          )}
          {read.readings
            .filter((reading) => reading.facet === facet)
            .map(({ group, entry, encoding, mean, edges }) => (
              <tr key={group} className="align-top">
                <th scope="row" className="pr-2 text-left font-normal">
                  <span className="flex items-center gap-1.5">
                    <Swatch encoding={encoding} />
                    <span className="min-w-0">{entry}</span>
                  </span>
                </th>
                <td className="text-right font-medium whitespace-nowrap">{formatNumber(mean)}</td>
                <td className="pl-2 text-right whitespace-nowrap text-muted">
                  {edges && `[${formatNumber(edges[0])}, ${formatNumber(edges[1])}]`}
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}
