"use client";
import type { Manipulation, TheoryDeclaration } from "@/engine/declaration";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";

const titles: Record<Manipulation, string> = {
  none: "Control",
  "stimulate-lick-minus": "stimLick-",
  "stimulate-lick-plus": "stimLick+",
  "stimulate-calibrated": "Calibrated stimulation",
  "stimulate-large": "Large stimulation",
  "phasic-knockout": "Phasic knockout",
  depletion: "Depletion",
};

/** What each manipulation does in each role, and whether that is published, ours, or refused. */
export function ManipulationTable({ theory, role }: { theory: TheoryDeclaration; role?: string }) {
  const roles = role ? theory.roles.filter(({ key }) => key === role) : theory.roles;
  const shown = (Object.keys(titles) as Manipulation[]).filter((one) =>
    theory.roles.some(({ manipulations }) => manipulations[one]),
  );
  return (
    <Table label="What each arm does in each role">
      <thead>
        <tr>
          <Th>Arm</Th>
          {roles.map(({ key, title }) => (
            <Th key={key}>{title}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((manipulation) => (
          <Tr key={manipulation}>
            <Td className="align-top font-medium whitespace-nowrap">{titles[manipulation]}</Td>
            {roles.map((one) => {
              const rule = one.manipulations[manipulation];
              return (
                <Td key={one.key} className="min-w-44 align-top">
                  <Badge tone={rule ? (rule.origin === "reference" ? "strong" : "plain") : "danger"}>
                    {rule?.origin ?? "refused"}
                  </Badge>
                  <span className="mt-1 block text-sm text-muted">{rule?.rule ?? one.refused}</span>
                </Td>
              );
            })}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
