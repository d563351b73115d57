"use client";
import { useTRPC } from "@/components/providers/trpc";
import type { Outputs } from "@/components/providers/trpc";
import type { GroupRef } from "@/contracts/comparison";
import { useQuery } from "@tanstack/react-query";
import { refKey } from "../edits";
import type { Choice } from "./choice";
import { GroupTick } from "./group-tick";

type Experiment = Outputs["experiments"]["list"][number];

/** Models as rows, arms as columns; combinations that a theory refuses have no box. */
export function ExperimentChoice({
  lab,
  experiment,
  choice,
}: {
  lab: string;
  experiment: Experiment;
  choice: Choice;
}) {
  const trpc = useTRPC();
  const paradigms = useQuery(trpc.paradigms.list.queryOptions({ lab }));
  const titles = new Map(
    paradigms.data?.flatMap(({ latest }) => latest.spec.arms.map(({ key, title }) => [key, title] as const)),
  );
  const { id, name, models, arms, counts } = experiment;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const refOf = (model: string, arm: string): GroupRef => ({
    kind: "simulation",
    experiment: id,
    model,
    arm,
  });
  return (
    <section className="min-w-0">
      <h3 className="font-medium">{name}</h3>
      <p className="text-sm text-muted">
        {counts.done} of {total} runs done
      </p>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead>
            <tr className="text-sm text-muted">
              <th scope="col" className="py-1 pr-3 font-medium">
                Model
              </th>
              {arms.map((arm) => (
                <th key={arm} scope="col" className="px-2 py-1 font-medium whitespace-nowrap">
                  {titles.get(arm) ?? arm}
                </th>
              ))}
              <th scope="col" className="px-2 py-1 font-medium">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr key={model.versionId} className="border-t border-line">
                <th scope="row" className="py-1 pr-3 font-normal">
                  {model.name} v{model.number}
                </th>
                {arms.map((arm) => (
                  <td key={arm} className="px-2">
                    <GroupTick
                      groupRef={refOf(model.versionId, arm)}
                      label={`${name}, ${model.name} v${model.number}, ${titles.get(arm) ?? arm}`}
                      choice={choice}
                    />
                  </td>
                ))}
                <td className="px-2">
                  <button
                    type="button"
                    className="min-h-8 text-accent underline disabled:text-muted disabled:no-underline"
                    disabled={arms.every((arm) => choice.there.has(refKey(refOf(model.versionId, arm))))}
                    aria-label={`All arms of ${model.name} v${model.number}`}
                    onClick={() =>
                      choice.choose(
                        arms.map((arm) => refOf(model.versionId, arm)),
                        true,
                      )
                    }
                  >
                    all
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
