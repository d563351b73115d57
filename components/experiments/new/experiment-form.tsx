"use client";
import { said } from "@/components/list/said";
import { useSettled } from "@/components/list/use-settled";
import { trainingWords } from "@/components/paradigms/training-words";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import type { ModelVersion } from "@/contracts/model";
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState, type FormEvent } from "react";
import { ArmsChoice } from "./arms-choice";
import { armsAtFirst, readExperiment, type ExperimentDraft } from "./draft";
import { ModelsChoice } from "./models-choice";
import { ParadigmChoice } from "./paradigm-choice";
import { PlanPanel } from "./plan-panel";
import { SubjectsEditor } from "./subjects-editor";
import { YokeChoice } from "./yoke-choice";

export function ExperimentForm({ lab, initial }: { lab: string; initial: ExperimentDraft }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [typed, setDraft] = useState(initial);
  const [asked, setAsked] = useState(false);

  const [picked, setPicked] = useState<readonly ModelVersion[]>([]);
  const given = useQuery(
    trpc.models.versions.queryOptions(
      initial.models.length > 0 ? { lab, ids: [...initial.models] } : skipToken,
      { staleTime: Infinity },
    ),
  );
  const versions = useMemo(() => [...picked, ...(given.data ?? [])], [picked, given.data]);
  const paradigms = useQuery(trpc.paradigms.list.queryOptions({ lab, text: "" }));
  const draft = { ...typed, paradigm: typed.paradigm ?? paradigms.data?.rows[0]?.latest.id ?? null };
  const chosenParadigm = useQuery(
    trpc.paradigms.version.queryOptions(draft.paradigm ? { lab, versionId: draft.paradigm } : skipToken, {
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    }),
  );
  const paradigm = chosenParadigm.data?.spec;
  const chosenModels = draft.models.flatMap((id) => versions.find((version) => version.id === id) ?? []);

  const read = readExperiment(draft);
  const errors = asked ? (read.errors ?? {}) : {};
  // planning needs no name
  const nameless = readExperiment({ ...draft, name: draft.name || "unnamed" }).input;
  const planned = useSettled(nameless && JSON.stringify({ ...nameless, name: "plan", notes: "" }), 300);
  const plan = useQuery(
    trpc.experiments.plan.queryOptions(planned ? { lab, ...JSON.parse(planned) } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const launch = useMutation(
    trpc.experiments.launch.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.experiments.list.pathKey() });
        router.push(`/lab/${lab}/experiments/${id}`);
      },
    }),
  );
  const set = (change: Partial<ExperimentDraft>) => setDraft((before) => ({ ...before, ...change }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (read.input) launch.mutate({ lab, ...read.input });
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  const number = (
    key: "repetitions" | "trials" | "seed",
    label: string,
    hint: string,
    placeholder?: string,
  ) => (
    <Field label={label} hint={hint} error={errors[key]} className="w-40">
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          placeholder={placeholder}
          value={draft[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form noValidate onSubmit={send} className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <Field label="Name" error={errors.name} className="max-w-xl">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={120}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <ModelsChoice
          lab={lab}
          chosen={chosenModels}
          error={errors.models}
          onChange={(chosen) => {
            setPicked(chosen);
            set({ models: chosen.map(({ id }) => id) });
          }}
        />
        <ParadigmChoice
          lab={lab}
          chosen={chosenParadigm.data}
          error={errors.paradigm}
          onChange={({ id, spec }) => set({ paradigm: id, arms: armsAtFirst(spec) })}
        />
        <ArmsChoice
          arms={paradigm?.arms ?? []}
          chosen={draft.arms}
          error={errors.arms}
          onChange={(arms) => set({ arms })}
        />
        <YokeChoice
          lab={lab}
          own={paradigm ? `Training trials are ${trainingWords(paradigm)}.` : ""}
          yoke={draft.yoke}
          error={errors.yoke}
          onChange={(yoke) => set({ yoke })}
        />
        <SubjectsEditor subjects={draft.subjects} onChange={(subjects) => set({ subjects })} />
        {errors.subjects && <p className="text-sm text-danger">{errors.subjects}</p>}
        <div className="flex flex-wrap gap-4">
          {number("repetitions", "Repetitions", "Same subject, other noise; averaged before N is counted.")}
          {draft.yoke
            ? number("trials", "Trials", "At most this many of each animal's.", "all")
            : number("trials", "Trials", "Training trials per run.", String(paradigm?.trials ?? ""))}
          {number("seed", "Seed", "Same seed, same bits.")}
        </div>
        <Field label="Notes" optional className="max-w-xl">
          {(control) => (
            <TextArea
              {...control}
              value={draft.notes}
              onChange={(event) => set({ notes: event.target.value })}
            />
          )}
        </Field>
      </div>
      <aside aria-label="Plan" className="lg:sticky lg:top-4 lg:self-start">
        <div className="flex flex-col gap-4 rounded border border-line p-4">
          <h2 className="font-semibold">Plan</h2>
          <PlanPanel
            plan={planned ? plan.data : undefined}
            error={planned ? plan.error : null}
            stale={plan.isFetching}
            modelName={(id) => versions.find((version) => version.id === id)?.modelName ?? id}
            armTitle={(key) => paradigm?.arms.find((arm) => arm.key === key)?.title ?? key}
          />
          {launch.error && <Problem title="The experiment was not launched.">{said(launch.error)}</Problem>}
          {asked && read.errors && (
            <p role="alert" className="text-danger">
              {Object.values(read.errors).join(" ")}
            </p>
          )}
          <SubmitButton busy={launch.isPending || launch.isSuccess}>Launch</SubmitButton>
        </div>
      </aside>
    </form>
  );
}
