"use client";
import type { ContentOf } from "@/contracts/dashboard-panel";
import { measures } from "@/engine/measures/registry";
import type { PanelFormProps } from "../definition";
import { isChosen, SourceField } from "../fields/source-field";
import { TrialFields } from "../fields/trial-fields";
import { useDraftContent } from "../fields/use-draft-content";

type Table = ContentOf<"table">;
type Draft = Omit<Table, "source"> & { source: Table["source"] | null };
const blank: Draft = { kind: "table", source: null, measures: null, trials: null };
const box = "size-4 accent-accent";

export function TableForm({
  lab,
  content,
  onChange,
}: Omit<PanelFormProps<"table">, "content"> & { content: Table | null }) {
  const [draft, change] = useDraftContent<Draft, Table>(
    content ?? blank,
    (one) => (isChosen(one.source) ? { ...one, source: one.source } : null),
    onChange,
  );
  const { measures: chosen, trials } = draft;
  return (
    <>
      <SourceField lab={lab} source={draft.source} onChange={(source) => change({ source })} />
      <fieldset className="flex flex-col gap-1">
        <legend className="font-medium">Measures</legend>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className={box}
            checked={chosen === null}
            onChange={(event) => change({ measures: event.target.checked ? null : ["prepLick"] })}
          />
          Those whose figures the comparison shows
        </label>
        {chosen && (
          <div className="grid gap-x-4 sm:grid-cols-2">
            {measures.map(({ key, title }) => (
              <label key={key} className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  className={box}
                  checked={chosen.includes(key)}
                  onChange={(event) =>
                    change({
                      measures: event.target.checked ? [...chosen, key] : chosen.filter((one) => one !== key),
                    })
                  }
                />
                {title}
              </label>
            ))}
          </div>
        )}
      </fieldset>
      <fieldset className="flex flex-col gap-1">
        <legend className="font-medium">Trials that it averages</legend>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className={box}
            checked={trials === null}
            onChange={(event) => change({ trials: event.target.checked ? null : { from: 1, to: 800 } })}
          />
          The window of the comparison
        </label>
        {trials && (
          <TrialFields label="Trials" value={trials} onChange={(next) => change({ trials: next })} />
        )}
      </fieldset>
    </>
  );
}
