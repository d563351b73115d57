import Link from "next/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { DatasetDetail } from "@/contracts/dataset";

/** Who was recorded, and of which signals there are samples in how many sessions: what is missing shows. */
export function SubjectTable({
  base,
  subjects,
  signals,
}: {
  /** Address of the dataset. */
  base: string;
  subjects: DatasetDetail["subjects"];
  /** Names, in the order of the file. */
  signals: readonly string[];
}) {
  if (subjects.length === 0) return null;
  return (
    <section aria-labelledby="subjects" className="min-w-0">
      <h2 id="subjects" className="mb-2 font-semibold">
        Subjects
      </h2>
      <p className="mb-2 text-sm text-muted">Under each signal: sessions that have samples of it.</p>
      <Table label="Subjects" className="max-h-96">
        <thead>
          <tr>
            <Th>Subject</Th>
            <Th>Group</Th>
            <Th className="text-right">Sessions</Th>
            <Th className="text-right">Trials</Th>
            <Th className="text-right">Excluded</Th>
            {signals.map((name) => (
              <Th key={name} className="text-right">
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map(({ name, group, sessions }) => (
            <Tr key={name}>
              <Td className="font-medium">
                <Link className="underline" href={`${base}/subjects/${encodeURIComponent(name)}`}>
                  {name}
                </Link>
              </Td>
              <Td>{group || "one group"}</Td>
              <Td className="text-right">{sessions.length}</Td>
              <Td className="text-right">{sessions.reduce((sum, { trials }) => sum + trials, 0)}</Td>
              <Td className="text-right">{sessions.reduce((sum, { excluded }) => sum + excluded, 0)}</Td>
              {signals.map((signal) => {
                const has = sessions.filter((session) => session.signals.includes(signal)).length;
                return (
                  <Td key={signal} className="text-right whitespace-nowrap">
                    {has === 0 ? "none" : `${has} of ${sessions.length}`}
                  </Td>
                );
              })}
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
