import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { Paradigm } from "@/engine/paradigms/paradigm";

export function ArmsTable({ paradigm }: { paradigm: Paradigm }) {
  return (
    <Table label="Arms" className="max-w-4xl">
      <thead>
        <tr>
          <Th>Arm</Th>
          <Th>What is done</Th>
          <Th>Key</Th>
        </tr>
      </thead>
      <tbody>
        {paradigm.arms.map(({ key, title, meaning }) => (
          <Tr key={key}>
            <Td className="font-medium whitespace-nowrap">{title}</Td>
            <Td className="min-w-64">{meaning}</Td>
            <Td className="font-mono text-sm text-muted">{key}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
