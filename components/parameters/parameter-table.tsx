"use client";
import { Badge } from "@/components/ui/badge";
import { Equation } from "@/components/ui/equation";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ParameterDeclaration, ParameterValues } from "@/engine/declaration";
import { shownValue } from "./shown-value";

/** Every value with what its declaration says of it, and where it left what it started from. */
export function ParameterTable({
  label,
  declared,
  values,
  usual,
}: {
  label: string;
  declared: readonly ParameterDeclaration[];
  values: ParameterValues;
  /** What it started from, under this name; null for no such column. */
  usual: { readonly name: string; readonly values: ParameterValues } | null;
}) {
  const known = declared.map(({ key }) => key);
  const keys = [...known, ...Object.keys(values).filter((key) => !known.includes(key))];
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>Symbol</Th>
          <Th>Parameter</Th>
          <Th className="text-right">Value</Th>
          <Th>Unit</Th>
          {usual && <Th>{usual.name}</Th>}
          <Th>Meaning</Th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const parameter = declared.find((one) => one.key === key);
          const before = usual?.values[key] ?? parameter?.default;
          return (
            <Tr key={key}>
              <Td>{parameter && <Equation tex={parameter.symbol} />}</Td>
              <Td className="min-w-40">{parameter?.title ?? key}</Td>
              <Td className="max-w-48 text-right font-medium">{shownValue(values[key], parameter)}</Td>
              <Td className="text-muted">{parameter && parameter.unit !== "1" ? parameter.unit : ""}</Td>
              {usual && (
                <Td>
                  {before !== undefined && before !== values[key] && (
                    <Badge tone="strong">changed from {shownValue(before, parameter)}</Badge>
                  )}
                </Td>
              )}
              <Td className="min-w-72 text-sm text-muted">{parameter?.meaning}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
