"use client";
import { authorColumn, nameColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { RoleDot } from "@/components/theories/role-mark";
import { useTheories } from "@/components/theories/theories-provider";
import { Name } from "@/components/ui/name";
import { Sparkline } from "@/components/ui/sparkline";
import type { ExperimentSummary, experimentStatuses } from "@/contracts/experiment";
import { useMemo } from "react";
import { CountsBar } from "./counts";

const statusWords: Record<string, string> = {
  open: "waiting or running",
  failed: "some failed",
  cancelled: "some cancelled",
  done: "all done",
} satisfies Record<(typeof experimentStatuses)[number], string>;

export function useExperimentColumns(lab: string): readonly ListColumn<ExperimentSummary>[] {
  const theories = useTheories();
  return useMemo(() => {
    const titled = (key: string) => theories.find((theory) => theory.key === key)?.title ?? key;
    return [
      nameColumn(({ id }) => `/lab/${lab}/experiments/${id}`),
      {
        key: "runs",
        title: "Runs",
        sort: "runs",
        filter: "status",
        say: ({ value }) => statusWords[value] ?? value,
        className: "min-w-36",
        cell: ({ counts }) => <CountsBar counts={counts} />,
      },
      {
        key: "curve",
        title: "Preparatory licks",
        cell: ({ name, sparkline }) => (
          <Sparkline
            values={sparkline}
            label={`Preparatory lick rate of the first group of ${name}, per hundred trials`}
          />
        ),
      },
      {
        key: "models",
        title: "Models",
        filter: "role",
        className: "min-w-40",
        cell: ({ models }) => (
          <ul className="flex flex-col">
            {models.map((model) => (
              <li key={model.versionId} className="flex items-center gap-1.5">
                <RoleDot theory={model.theory} role={model.role} />
                <span>
                  <Name name={model.name} /> v{model.number}
                </span>
              </li>
            ))}
          </ul>
        ),
      },
      {
        key: "theory",
        title: "Theories",
        filter: "theory",
        say: ({ value }) => titled(value),
        unusual: true,
        cell: ({ models }) => [...new Set(models.map(({ theory }) => titled(theory)))].join(", "),
      },
      {
        key: "paradigm",
        title: "Paradigm",
        sort: "paradigm",
        filter: "paradigm",
        unusual: true,
        cell: ({ paradigm }) => <Name name={paradigm} />,
      },
      {
        key: "arms",
        title: "Arms",
        className: "min-w-24 max-w-32 whitespace-normal",
        cell: ({ arms }) => arms.map(({ title }) => title).join(", "),
      },
      {
        key: "subjects",
        title: "Subjects",
        sort: "subjects",
        align: "right",
        cell: ({ subjects, repetitions }) => (repetitions > 1 ? `${subjects} x ${repetitions}` : subjects),
      },
      authorColumn(({ author }) => author),
      whenColumn("Launched", "launched", ({ createdAt }) => createdAt),
    ];
  }, [lab, theories]);
}
