import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { DatasetDetail } from "@/contracts/dataset";

export function SubjectTable({ subjects }: { subjects: DatasetDetail["subjects"] }) {
  if (subjects.length === 0) return null;
  return (
    <section aria-labelledby="subjects" className="min-w-0">
      <h2 id="subjects" className="mb-2 font-semibold">
        Subjects
      </h2>
      <Table label="Subjects" className="max-h-96">
        <thead>
          <tr>
            <Th>Subject</Th>
            <Th>Group</Th>
            <Th className="text-right">Sessions</Th>
            <Th className="text-right">Trials</Th>
            <Th className="text-right">Excluded</Th>
          </tr>
        </thead>
        <tbody>
          {subjects.map(({ name, group, sessions }) => (
            <Tr key={name}>
              <Td className="font-medium">{name}</Td>
              <Td>{group || "one group"}</Td>
              <Td className="text-right">{sessions.length}</Td>
              <Td className="text-right">{sessions.reduce((sum, { trials }) => sum + trials, 0)}</Td>
              <Td className="text-right">{sessions.reduce((sum, { excluded }) => sum + excluded, 0)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
