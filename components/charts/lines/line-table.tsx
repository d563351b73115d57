import { Table, Td, Th, Tr } from "@/components/ui/table";
import { bandNames, type Band } from "../band";
import { formatNumber } from "../number-format";
import { stops, type LineFigure } from "./line-figure";
import { readAt } from "./reading";

const mostRows = 40;

/** The numbers of a figure as a table: a row per position, a column per line. Long traces are thinned, and say so. */
export function LineTable({ figure, band }: { figure: LineFigure; band: Band }) {
  const all = stops(figure);
  const every = Math.max(1, Math.ceil(all.length / mostRows));
  const shown = all.filter((_, index) => index % every === 0);
  const rows = shown.map((x) => ({ x, readings: readAt(figure, x, band) }));
  const head = rows[0]?.readings ?? [];
  const several = figure.facets.length > 1;
  return (
    <>
      <Table label={`${figure.title}, numbers`} className="max-h-96">
        <thead>
          <tr>
            <Th>{figure.xAxis.title}</Th>
            {head.map(({ facet, label, group }) => (
              <Th key={`${facet} ${group}`} className="text-right">
                {several && facet && !label.endsWith(facet) ? `${facet}: ` : ""}
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ x, readings }) => (
            <Tr key={x}>
              <Td className="whitespace-nowrap">{figure.sayX(x)}</Td>
              {readings.map(({ facet, group, mean, edges }) => (
                <Td key={`${facet} ${group}`} className="text-right whitespace-nowrap">
                  {formatNumber(mean)}
                  {edges && (
                    <span className="text-muted">
                      {" "}
                      [{formatNumber(edges[0])}, {formatNumber(edges[1])}]
                    </span>
                  )}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-muted">
        Mean{head.some(({ edges }) => edges) ? ` and ${bandNames[band]} edges` : ""}, {figure.unit}.
        {every > 1 && ` Every ${every}th point; the CSV holds all.`}
      </p>
    </>
  );
}
