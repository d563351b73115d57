"use client";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { DataOf } from "@/contracts/dashboard-panel";
import Link from "next/link";
import type { ReactNode } from "react";
import type { PanelViewProps } from "../definition";
import { PanelHead } from "../panel-head";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export function DatasetView({ lab, panel, data }: PanelViewProps<"dataset">) {
  return (
    <>
      <PanelHead lab={lab} title={panel.title || data.name}>
        <p className="text-sm text-muted">
          <Link href={`/lab/${lab}/datasets/${data.dataset}`} className="underline-offset-2 hover:underline">
            {data.name} v{data.number}
          </Link>
        </p>
      </PanelHead>
      <DatasetFacts data={data} />
    </>
  );
}

export function DatasetFacts({ data }: { data: DataOf<"dataset"> }) {
  const facts: [string, ReactNode][] = [
    [
      "Holds",
      [
        count(data.subjects, "subject", "subjects"),
        count(data.sessions, "session", "sessions"),
        count(data.trials, "trial", "trials"),
      ].join(", "),
    ],
    ...data.signals.map(({ name, region, sensor, unit, samplingRateHz, alignment }): [string, ReactNode] => [
      "Signal",
      `${[name, region, sensor].filter(Boolean).join(", ")} (${unit}), ${samplingRateHz} Hz, aligned to ${alignment}`,
    ]),
    ["Licence", data.licence],
    ["Cite", data.citation],
    ["Source", data.source || "not given"],
    [
      "Content hash",
      <code key="hash" className="font-mono text-sm break-all">
        {data.contentHash}
      </code>,
    ],
  ];
  return (
    <div className="flex flex-col gap-3">
      {data.status !== "imported" && <p>It is not imported yet ({data.status}).</p>}
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([term, value], index) => (
          <div key={index} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {data.groups.length > 1 && (
        <Table label={`Groups of ${data.name}`}>
          <thead>
            <tr>
              <Th>Group</Th>
              <Th className="text-right">Subjects</Th>
              <Th className="text-right">Trials</Th>
            </tr>
          </thead>
          <tbody>
            {data.groups.map(({ group, subjects, trials }) => (
              <Tr key={group}>
                <Td>{group || "without a group"}</Td>
                <Td className="text-right">{subjects}</Td>
                <Td className="text-right">{trials}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {data.remarks.length > 0 && (
        <ul className="list-disc pl-4 text-sm text-muted">
          {data.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
