"use client";
import { useTheory } from "@/components/theories/theories-provider";
import { Equation } from "@/components/ui/equation";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ModelVersion } from "@/contracts/model";
import { differences } from "./differences";

export function DifferenceTable({ before, after }: { before: ModelVersion; after: ModelVersion }) {
  const theory = useTheory(after.theory);
  const rows = differences(theory, before, after);
  if (rows.length === 0)
    return (
      <p className="text-muted">
        v{before.number} and v{after.number} differ in nothing but their notes.
      </p>
    );
  const name = (version: ModelVersion) =>
    version.modelId === after.modelId ? `v${version.number}` : `${version.modelName} v${version.number}`;
  return (
    <Table label={`Differences between ${name(before)} and ${name(after)}`}>
      <thead>
        <tr>
          <Th>What</Th>
          <Th className="text-right">{name(before)}</Th>
          <Th className="text-right">{name(after)}</Th>
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
            <Td className="text-muted">{unit}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
