"use client";
import { bandNames } from "@/components/charts/band";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { bands } from "@/contracts/comparison";
import type { ContentOf } from "@/contracts/dashboard-panel";
import type { PanelFormProps } from "../definition";
import { MeasureSelect } from "../fields/measure-select";
import { OptionalSelect } from "../fields/optional-select";
import { isChosen, SourceField } from "../fields/source-field";
import { useDraftContent } from "../fields/use-draft-content";

type Chart = ContentOf<"chart">;
type Draft = Omit<Chart, "source"> & { source: Chart["source"] | null };
const blank: Draft = { kind: "chart", source: null, figure: "curve:prepLick", look: {} };

export function ChartForm({
  lab,
  content,
  onChange,
}: Omit<PanelFormProps<"chart">, "content"> & { content: Chart | null }) {
  const [draft, change] = useDraftContent<Draft, Chart>(
    content ?? blank,
    (one) => (isChosen(one.source) ? { ...one, source: one.source } : null),
    onChange,
  );
  const [kind, measure] = draft.figure.split(":");
  const setLook = (look: Chart["look"]) =>
    change({
      look: Object.fromEntries(
        Object.entries({ ...draft.look, ...look }).filter(([, one]) => one !== undefined),
      ),
    });
  return (
    <>
      <SourceField lab={lab} source={draft.source} onChange={(source) => change({ source })} />
      <div className="flex flex-wrap gap-3">
        <Field label="What" className="min-w-40 flex-1">
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => change({ figure: `${event.target.value}:${measure}` })}
            >
              <option value="curve">Learning curve</option>
              <option value="difference">Difference from control</option>
            </Select>
          )}
        </Field>
        <Field label="Measure" className="min-w-40 flex-1">
          {(control) => (
            <MeasureSelect
              {...control}
              value={measure}
              onChange={(key) => change({ figure: `${kind}:${key}` })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-3">
        <OptionalSelect
          label="Band"
          value={draft.look.band}
          options={bands.map((band) => [band, bandNames[band]])}
          onChange={(band) => setLook({ band })}
        />
        <OptionalSelect
          label="Points of"
          value={draft.look.block}
          options={[
            [20, "20 trials"],
            [50, "50 trials"],
            [100, "100 trials"],
          ]}
          onChange={(block) => setLook({ block })}
        />
        <OptionalSelect
          label="Small multiples"
          value={draft.look.facet}
          options={[
            ["arm", "per arm"],
            ["model", "per model"],
            ["none", "all in one"],
          ]}
          onChange={(facet) => setLook({ facet })}
        />
        <OptionalSelect
          label="Individuals"
          value={draft.look.individuals === undefined ? undefined : draft.look.individuals ? "yes" : "no"}
          options={[
            ["yes", "shown"],
            ["no", "not shown"],
          ]}
          onChange={(shown) => setLook({ individuals: shown === undefined ? undefined : shown === "yes" })}
        />
      </div>
    </>
  );
}
