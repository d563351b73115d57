import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { SubjectFigures } from "@/contracts/subject";
import Link from "next/link";

/** Every session of an animal: when, how many trials, and of which signals there are samples. */
export function SessionTable({
  figures: { sessions, signals },
  hrefOf,
}: {
  figures: Pick<SubjectFigures, "sessions" | "signals">;
  hrefOf: (session: number) => string;
}) {
  const dated = sessions.some(({ date }) => date !== null);
  return (
    <section aria-labelledby="sessions" className="min-w-0">
      <h2 id="sessions" className="mb-2 font-semibold">
        Sessions
      </h2>
      <Table label="Sessions" className="max-h-96">
        <thead>
          <tr>
            <Th>Session</Th>
            {dated && <Th>Date</Th>}
            <Th className="text-right">Trials</Th>
            <Th className="text-right">Excluded</Th>
            {signals.map((name) => (
              <Th key={name}>{name}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ index, name, date, trials, excluded, signals: own }) => (
            <Tr key={index}>
              <Td className="font-medium">
                <Link className="underline" href={hrefOf(index)}>
                  {name}
                </Link>
              </Td>
              {dated && <Td>{date ?? "not known"}</Td>}
              <Td className="text-right">{trials}</Td>
              <Td className="text-right">{excluded}</Td>
              {signals.map((signal) => (
                <Td key={signal} className={own.includes(signal) ? "" : "text-muted"}>
                  {own.includes(signal) ? "recorded" : "none"}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
