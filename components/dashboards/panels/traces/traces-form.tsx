"use client";
import { bandNames } from "@/components/charts/band";
import { plannedFigures } from "@/components/comparison/figures";
import { viewInput } from "@/components/comparison/use-comparison-view";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { bands } from "@/contracts/comparison";
import type { ContentOf } from "@/contracts/dashboard-panel";
import { skipToken, useQuery } from "@tanstack/react-query";
import type { PanelFormProps } from "../definition";
import { OptionalSelect } from "../fields/optional-select";
import { isChosen, SourceField } from "../fields/source-field";
import { useDraftContent } from "../fields/use-draft-content";

type Traces = ContentOf<"traces">;
type Draft = Omit<Traces, "source"> & { source: Traces["source"] | null };
const blank: Draft = { kind: "traces", source: null, signal: "dopamine", look: {} };

export function TracesForm({
  lab,
  content,
  onChange,
}: Omit<PanelFormProps<"traces">, "content"> & { content: Traces | null }) {
  const trpc = useTRPC();
  const [draft, change] = useDraftContent<Draft, Traces>(
    content ?? blank,
    (one) => (isChosen(one.source) ? { ...one, source: one.source } : null),
    onChange,
  );
  const { source } = draft;
  const comparison = useQuery(
    trpc.comparisons.get.queryOptions(
      source?.from === "comparison" ? { lab, id: source.comparison } : skipToken,
    ),
  );
  const state = source?.from === "state" ? source.state : comparison.data?.state;
  const view = useQuery(
    trpc.comparisons.view.queryOptions(state && state.groups.length > 0 ? viewInput(lab, state) : skipToken),
  );
  const signals = new Map(
    plannedFigures(view.data?.panels ?? [])
      .filter(({ kind }) => kind === "trace")
      .map(({ id, title }) => [id.slice("trace:".length), title]),
  );
  if (!signals.has(draft.signal)) signals.set(draft.signal, draft.signal);
  return (
    <>
      <SourceField lab={lab} source={source} onChange={(next) => change({ source: next })} />
      <div className="flex flex-wrap gap-3">
        <Field label="Signal" className="min-w-40 flex-1">
          {(control) => (
            <Select
              {...control}
              value={draft.signal}
              onChange={(event) => change({ signal: event.target.value })}
            >
              {[...signals].map(([key, title]) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <OptionalSelect
          label="Band"
          value={draft.look.band}
          options={bands.map((band) => [band, bandNames[band]])}
          onChange={(band) => change({ look: { ...draft.look, band } })}
        />
      </div>
    </>
  );
}
