"use client";
import { RoleDot } from "@/components/theories/role-mark";
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
            <li key={model.versionId} className="flex items-center gap-1.5 whitespace-nowrap">
              <RoleDot theory={model.theory} role={model.role} />
              {model.name} v{model.number}
            </li>
          ))}
        </ul>
      </Td>
      <Td className="text-sm whitespace-nowrap">{arms.join(", ")}</Td>
      <Td className="text-right">{subjects}</Td>
      <Td className="text-right">{repetitions}</Td>
      <Td className="whitespace-nowrap">{author ?? "Phasic"}</Td>
      <Td className="whitespace-nowrap text-muted">
        <When date={createdAt} />
      </Td>
    </Tr>
  );
}
