"use client";
import { Name } from "@/components/ui/name";
import type { GroupRef } from "@/contracts/comparison";
import type { ExperimentSummary } from "@/contracts/experiment";
import { refKey } from "../edits";
import type { Choice } from "./choice";
import { GroupTick } from "./group-tick";

/** Models as rows, arms as columns; combinations that a theory refuses have no box. */
export function ExperimentChoice({ experiment, choice }: { experiment: ExperimentSummary; choice: Choice }) {
  const { id, name, models, arms, groups, counts } = experiment;
  const ran = (model: string, arm: string) =>
    groups.some((group) => group.versionId === model && group.arm === arm);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const refOf = (model: string, arm: string): GroupRef => ({
    kind: "simulation",
    experiment: id,
    model,
    arm,
  });
  return (
    <section className="min-w-0">
      <h3 className="font-medium">
        <Name name={name} />
      </h3>
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
              {arms.map(({ key, title }) => (
                <th key={key} scope="col" className="px-2 py-1 font-medium whitespace-nowrap">
                  {title}
                </th>
              ))}
              <th scope="col" className="px-2 py-1 font-medium">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => {
              const own = arms.filter(({ key }) => ran(model.versionId, key));
              const refs = own.map(({ key }) => refOf(model.versionId, key));
              return (
                <tr key={model.versionId} className="border-t border-line">
                  <th scope="row" className="py-1 pr-3 font-normal">
                    <Name name={model.name} /> v{model.number}
                  </th>
                  {arms.map(({ key, title }) => (
                    <td key={key} className="px-2">
                      {ran(model.versionId, key) && (
                        <GroupTick
                          groupRef={refOf(model.versionId, key)}
                          label={`${name}, ${model.name} v${model.number}, ${title}`}
                          choice={choice}
                        />
                      )}
                    </td>
                  ))}
                  <td className="px-2">
                    <button
                      type="button"
                      className="min-h-8 text-accent underline disabled:text-muted disabled:no-underline"
                      disabled={refs.every((ref) => choice.there.has(refKey(ref)))}
                      aria-label={`All arms of ${model.name} v${model.number}`}
                      onClick={() => choice.choose(refs, true)}
                    >
                      all
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
