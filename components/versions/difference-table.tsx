"use client";
import type { Difference } from "@/components/parameters/shown-value";
import { Equation } from "@/components/ui/equation";
import { Table, Td, Th, Tr } from "@/components/ui/table";

/** What differs between two versions, by the names given to them. */
export function DifferenceTable({
  before,
  after,
  rows,
}: {
  before: string;
  after: string;
  rows: readonly Difference[];
}) {
  if (rows.length === 0)
    return (
      <p className="text-muted">
        {before} and {after} differ in nothing but their notes.
      </p>
    );
  return (
    <Table label={`Differences between ${before} and ${after}`}>
      <thead>
        <tr>
          <Th>What</Th>
          <Th className="text-right">{before}</Th>
          <Th className="text-right">{after}</Th>
          <Th>Unit</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, symbol, unit, before: from, after: to }) => (
          <Tr key={key}>
            <Td>
              {symbol && <Equation tex={symbol} />} {title}
            </Td>
            <Td className="text-right">{from}</Td>
            <Td className="text-right font-medium">{to}</Td>
            <Td className="text-muted">{unit === "1" ? "" : unit}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
