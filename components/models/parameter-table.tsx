"use client";
import { useTheory } from "@/components/theories/theories-provider";
import { Badge } from "@/components/ui/badge";
import { Equation } from "@/components/ui/equation";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ModelVersion } from "@/contracts/model";
import type { ParameterDeclaration } from "@/engine/declaration";
import { shownValue } from "./differences";
import { presetOf } from "./form/draft";

/** Every value of a version, with what the theory says of it and where it left its preset. */
export function ParameterTable({
  version,
}: {
  version: Pick<ModelVersion, "theory" | "preset" | "parameters">;
}) {
  const theory = useTheory(version.theory);
  const preset = theory && presetOf(theory, version.preset);
  const rows: readonly Pick<ParameterDeclaration, "key" | "title" | "unit">[] =
    theory?.parameters ?? Object.keys(version.parameters).map((key) => ({ key, title: key, unit: "" }));
  return (
    <Table label="Parameters">
      <thead>
        <tr>
          <Th>Symbol</Th>
          <Th>Parameter</Th>
          <Th className="text-right">Value</Th>
          <Th>Unit</Th>
          <Th>Preset</Th>
          <Th>Meaning</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, unit }) => {
          const declared = theory?.parameters.find((one) => one.key === key);
          const usual = preset ? (preset.values[key] ?? declared?.default) : undefined;
          const value = version.parameters[key];
          return (
            <Tr key={key}>
              <Td>{declared && <Equation tex={declared.symbol} />}</Td>
              <Td className="min-w-40">{title}</Td>
              <Td className="max-w-48 text-right font-medium">{shownValue(value, declared)}</Td>
              <Td className="text-muted">{unit === "1" ? "" : unit}</Td>
              <Td>
                {usual !== undefined && usual !== value && (
                  <Badge tone="strong">changed from {shownValue(usual, declared)}</Badge>
                )}
              </Td>
              <Td className="min-w-72 text-sm text-muted">{declared?.meaning}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
