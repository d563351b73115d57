"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import { Select } from "@/components/ui/select";
import type { ContentOf } from "@/contracts/dashboard-panel";
import { subjectKey } from "@/contracts/experiment";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { PanelFormProps } from "../definition";
import { MeasureSelect } from "../fields/measure-select";
import { useDraftContent } from "../fields/use-draft-content";

type Run = ContentOf<"run">;
const blank: Run = {
  kind: "run",
  run: { experiment: "", model: "", arm: "", subject: "", repetition: 0 },
  show: { as: "raster" },
};
const shows = {
  raster: "Licks, trial by trial",
  "heat-map": "Map of dopamine",
  curve: "Learning curve",
} as const;
const types = { cued: "cued", uncued: "uncued", omission: "omitted" } as const;

export function RunForm({
  lab,
  content,
  onChange,
}: Omit<PanelFormProps<"run">, "content"> & { content: Run | null }) {
  const trpc = useTRPC();
  const [draft, change] = useDraftContent<Run, Run>(
    content ?? blank,
    (one) => (Object.values(one.run).every((part) => part !== "") ? one : null),
    onChange,
  );
  const { run, show } = draft;
  const [typed, setTyped] = useState("");
  const found = useQuery(
    trpc.experiments.list.queryOptions(
      { lab, text: useSettled(typed.trim(), 150) },
      { placeholderData: keepPreviousData },
    ),
  );
  const detail = useQuery(
    trpc.experiments.get.queryOptions(run.experiment ? { lab, experiment: run.experiment } : skipToken),
  ).data;
  const setRun = (part: Partial<Run["run"]>) => change({ run: { ...run, ...part } });
  const choose = (label: string, value: string, onPick: (value: string) => void, options: ReactNode) => (
    <Field label={label} className="min-w-40 flex-1">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onPick(event.target.value)}>
          <option value="">Choose</option>
          {options}
        </Select>
      )}
    </Field>
  );
  return (
    <>
      <Field label="Experiment">
        {(control) => (
          <Picker
            control={control}
            chosen={detail?.name ?? (run.experiment ? "…" : "Choose an experiment")}
            options={(found.data?.rows ?? []).map(({ id, name, models }) => ({
              ...{ value: id, label: name },
              hint: `${models.length} ${models.length === 1 ? "model" : "models"}`,
            }))}
            typed={typed}
            onType={setTyped}
            onPick={(experiment) => change({ run: { ...blank.run, experiment } })}
            placeholder="Find an experiment"
            nothing="No experiment of this lab is like this."
            busy={found.isFetching}
          />
        )}
      </Field>
      {detail && (
        <div className="flex flex-wrap gap-3">
          {choose(
            "Model",
            run.model,
            (model) => setRun({ model }),
            detail.models.map(({ id, modelName, number }) => (
              <option key={id} value={id}>
                {modelName} v{number}
              </option>
            )),
          )}
          {choose(
            "Arm",
            run.arm,
            (arm) => setRun({ arm }),
            detail.arms.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            )),
          )}
          {choose(
            "Subject",
            run.subject,
            (subject) => setRun({ subject }),
            detail.subjects.map(subjectKey).map((key) => (
              <option key={key} value={key}>
                {key}
              </option>
            )),
          )}
          <Field label="Repetition" className="min-w-24">
            {(control) => (
              <Select
                {...control}
                value={run.repetition}
                onChange={(event) => setRun({ repetition: Number(event.target.value) })}
              >
                {Array.from({ length: detail.repetitions }, (_, repetition) => (
                  <option key={repetition} value={repetition}>
                    {repetition}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Field label="Show" className="min-w-40 flex-1">
          {(control) => (
            <Select
              {...control}
              value={show.as}
              onChange={({ target: { value } }) =>
                change({
                  show:
                    value === "curve"
                      ? { as: "curve", measure: "prepLick" }
                      : value === "heat-map"
                        ? { as: "heat-map", type: "cued" }
                        : { as: "raster" },
                })
              }
            >
              {Object.entries(shows).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {show.as === "curve" && (
          <Field label="Measure" className="min-w-40 flex-1">
            {(control) => (
              <MeasureSelect
                {...control}
                value={show.measure}
                onChange={(measure) => change({ show: { as: "curve", measure } })}
              />
            )}
          </Field>
        )}
        {show.as === "heat-map" && (
          <Field label="Probe trials" className="min-w-40 flex-1">
            {(control) => (
              <Select
                {...control}
                value={show.type}
                onChange={(event) =>
                  change({ show: { as: "heat-map", type: event.target.value as keyof typeof types } })
                }
              >
                {Object.entries(types).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
    </>
  );
}
