import { Table, Td, Th, Tr } from "@/components/ui/table";

const most = 14;

/** What the file holds, as it is. */
export function FirstRows({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const left = columns.length - most;
  return (
    <Table label="First rows of the file" className="max-h-64">
      <thead>
        <tr>
          {columns.slice(0, most).map((name) => (
            <Th key={name}>{name}</Th>
          ))}
          {left > 0 && <Th>and {left} more columns</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Tr key={index}>
            {row.slice(0, most).map((cell, at) => (
              <Td key={at} className="max-w-40 truncate whitespace-nowrap">
                {cell}
              </Td>
            ))}
            {left > 0 && <Td className="text-muted">…</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
