"use client";
import { RoleMark } from "@/components/theories/role-mark";
import { Sparkline } from "@/components/ui/sparkline";
import { Td, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { ExperimentSummary } from "@/contracts/experiment";
import Link from "next/link";
import { CountsBar } from "./counts";

export function ExperimentRow({ lab, experiment }: { lab: string; experiment: ExperimentSummary }) {
  const { id, name, counts, sparkline, models, arms, subjects, repetitions, author, createdAt } = experiment;
  return (
    <Tr>
      <Td className="min-w-48">
        <Link href={`/lab/${lab}/experiments/${id}`} className="font-medium hover:underline">
          {name}
        </Link>
      </Td>
      <Td className="min-w-40">
        <CountsBar counts={counts} />
      </Td>
      <Td>
        <Sparkline
          values={sparkline}
          label={`Preparatory lick rate of the first group of ${name}, by block`}
        />
      </Td>
      <Td className="min-w-48">
        <ul className="flex flex-col">
          {models.map((model) => (
            <li key={model.versionId} className="flex flex-wrap gap-x-2">
              {model.name} v{model.number}
              <span className="text-sm text-muted">
                <RoleMark theory={model.theory} role={model.role} />
              </span>
            </li>
          ))}
        </ul>
      </Td>
      <Td className="text-sm">{arms.join(", ")}</Td>
      <Td className="text-right">{subjects}</Td>
      <Td className="text-right">{repetitions}</Td>
      <Td className="whitespace-nowrap">{author ?? "Phasic"}</Td>
      <Td className="whitespace-nowrap text-muted">
        <When date={createdAt} />
      </Td>
    </Tr>
  );
}
