"use client";
import type { Outputs } from "@/components/providers/trpc";
import type { Choice } from "./choice";
import { GroupTick } from "./group-tick";

type Dataset = Outputs["datasets"]["list"]["rows"][number];

/** The groups of the latest version of a dataset. One that is not imported says so. */
export function DatasetChoice({ dataset, choice }: { dataset: Dataset; choice: Choice }) {
  const imported = dataset.latest.status === "imported";
  return (
    <section>
      <h3 className="font-medium">{dataset.name}</h3>
      <p className="text-sm text-muted">
        Recording, version {dataset.latest.number}
        {!imported && `; ${dataset.latest.problem ?? `not imported yet (${dataset.latest.status})`}`}
      </p>
      <ul>
        {(imported ? dataset.latest.groups : []).map(({ group, subjects }) => (
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
