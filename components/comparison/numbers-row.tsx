import type { Encoding } from "@/components/charts/encoding";
import { pairWords } from "@/components/charts/lines/counts";
import { formatNumber } from "@/components/charts/number-format";
import { Swatch } from "@/components/charts/swatch";
import { Td, Tr } from "@/components/ui/table";
import type { ComparisonPanel, ComparisonRow, GroupView } from "@/contracts/comparison";
import { HoverCell } from "./hover-cells";

const interval = (low: number | null, high: number | null) =>
  low === null || high === null ? "–" : `[${formatNumber(low)}, ${formatNumber(high)}]`;

export function NumbersRow({
  row,
  group,
  encoding,
  panels,
}: {
  row: ComparisonRow;
  group: GroupView;
  encoding: Encoding | null;
  /** Null: without the column for where a reader points. */
  panels: readonly ComparisonPanel[] | null;
}) {
  const { difference } = row;
  const number = "text-right whitespace-nowrap";
  return (
    <Tr className="group">
      <th
        scope="row"
        className="sticky left-0 z-1 h-8 max-w-[45vw] border-b border-line bg-paper px-2 py-1 text-left font-normal group-hover:bg-wash [tr:last-child>&]:border-b-0"
      >
        <span className="flex items-center gap-2">
          {encoding && <Swatch encoding={encoding} />}
          <span className="min-w-32">{group.label}</span>
        </span>
      </th>
      {row.reason !== null && row.mean === null ? (
        <Td colSpan={9} className="text-muted">
          {row.reason}
        </Td>
      ) : (
        <>
          <Td className={number}>{row.n}</Td>
          <Td className={`${number} font-medium`}>{formatNumber(row.mean)}</Td>
          <Td className={number}>{formatNumber(row.sd)}</Td>
          <Td className={number}>{formatNumber(row.se)}</Td>
          <Td className={number}>{interval(row.low, row.high)}</Td>
          {difference ? (
            <>
              <Td className={number}>
                <span className="font-medium">{formatNumber(difference.mean)}</span>{" "}
                {interval(difference.low, difference.high)}
              </Td>
              <Td className={number}>
                {difference.pairs} of {difference.of}
                {difference.missing.length > 0 && (
                  <span className="block w-48 text-sm whitespace-normal text-muted">
                    {pairWords({
                      complete: difference.pairs,
                      of: difference.of,
                      missing: difference.missing,
                    }).replace(/^.*missing: /, "")}
                  </span>
                )}
              </Td>
              <Td className={number}>{formatNumber(difference.effectSize)}</Td>
              <Td className={number}>{formatP(difference.p)}</Td>
            </>
          ) : (
            <Td colSpan={4} />
          )}
        </>
      )}
      {panels && <HoverCell group={row.group} panels={panels} />}
    </Tr>
  );
}

const formatP = (p: number | null) => (p === null ? "–" : p < 0.001 ? "< 0.001" : p.toFixed(3));
