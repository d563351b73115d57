"use client";
import { said } from "@/components/list/said";
import type { Outputs } from "@/components/providers/trpc";
import { useTRPC } from "@/components/providers/trpc";
import { useQuery } from "@tanstack/react-query";
import type { Choice } from "./choice";
import { GroupTick } from "./group-tick";

type Dataset = Outputs["datasets"]["list"][number];

/** The groups of the latest version of a dataset. One that is not imported says so. */
export function DatasetChoice({ lab, dataset, choice }: { lab: string; dataset: Dataset; choice: Choice }) {
  const trpc = useTRPC();
  const imported = dataset.latest.status === "imported";
  const detail = useQuery(
    trpc.datasets.get.queryOptions({ lab, datasetId: dataset.id }, { enabled: imported }),
  );
  return (
    <section>
      <h3 className="font-medium">{dataset.name}</h3>
      <p className="text-sm text-muted">
        Recording, version {dataset.latest.number}
        {!imported && `; ${dataset.latest.problem ?? `not imported yet (${dataset.latest.status})`}`}
      </p>
      {detail.isError && <p className="text-danger">{said(detail.error)}</p>}
      <ul>
        {detail.data?.groups.map(({ group, subjects }) => (
          <li key={group}>
            <GroupTick
              groupRef={{ kind: "recording", dataset: dataset.latest.id, group }}
              label={`${dataset.name}, ${group}`}
              words={`${group}, ${subjects} subjects`}
              choice={choice}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
