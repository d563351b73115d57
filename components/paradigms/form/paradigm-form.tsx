"use client";
import { ParameterGroups } from "@/components/parameters/parameter-groups";
import { typedOf } from "@/components/parameters/typed-values";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import type { ParadigmSpec } from "@/contracts/paradigm";
import { paradigmParameters, valuesOf } from "@/engine/paradigms/declaration";
import type { Paradigm } from "@/engine/paradigms/paradigm";
import { useMemo, useState, type FormEvent, type ReactNode } from "react";
import { Timeline } from "../timeline";
import { ArmsField } from "./arms-field";
import { readParadigm, type ParadigmDraft } from "./draft";

const titleOf = (key: string) => paradigmParameters.find((one) => one.key === key)?.title ?? key;

/** The form that the declaration of paradigms makes, beside a picture of its trials that follows what is typed. */
export function ParadigmForm({
  base,
  draft,
  onDraft,
  onSubmit,
  onAfresh,
  submit,
  busy,
  lead,
  problem,
}: {
  /** What the values started as; says what the form does not. */
  base: Paradigm;
  draft: ParadigmDraft;
  onDraft: (draft: ParadigmDraft) => void;
  onSubmit: (spec: ParadigmSpec, draft: ParadigmDraft) => void;
  /** Forgets what was typed; null while nothing was. */
  onAfresh: (() => void) | null;
  submit: string;
  busy: boolean;
  /** Fields above: the name of a new paradigm, what it starts from. */
  lead?: ReactNode;
  problem?: ReactNode;
}) {
  const [asked, setAsked] = useState(false);
  const { spec, errors } = useMemo(() => readParadigm(base, draft), [base, draft]);
  const usual = useMemo(() => typedOf(paradigmParameters, valuesOf(base)), [base]);
  // while something cannot be read, the picture stays at the last task that could
  const [drawn, setDrawn] = useState<Paradigm>(spec ?? base);
  if (spec && spec !== drawn) setDrawn(spec);
  const wrong = Object.keys(errors);
  const set = (change: Partial<ParadigmDraft>) => onDraft({ ...draft, ...change });

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (spec) onSubmit(spec, draft);
    else document.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  };

  return (
    <form
      onSubmit={send}
      noValidate
      className="grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,36rem)]"
    >
      <div className="order-last flex min-w-0 flex-col gap-6 xl:order-first">
        {lead}
        <ParameterGroups
          declared={paradigmParameters}
          typed={draft.typed}
          usual={usual}
          errors={errors}
          onChange={(key, typed) => set({ typed: { ...draft.typed, [key]: typed } })}
        />
        <ArmsField base={base} chosen={draft.arms} error={errors.arms} onChange={(arms) => set({ arms })} />
        <fieldset className="flex flex-col gap-4 border-t border-line pt-2">
          <legend className="pr-2 font-medium text-muted">Words</legend>
          <Field
            label="Meaning"
            optional
            error={errors.meaning}
            hint="What the animal meets, for whoever chooses this paradigm."
          >
            {(control) => (
              <TextArea
                {...control}
                value={draft.meaning}
                onChange={(event) => set({ meaning: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Citation"
            optional
            error={errors.citation}
            hint="Where the task was published, with its DOI."
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={draft.citation}
                onChange={(event) => set({ citation: event.target.value })}
              />
            )}
          </Field>
          <Field label="Notes" optional hint="Why this version: what you changed and what you expect.">
            {(control) => (
              <TextArea
                {...control}
                value={draft.notes}
                onChange={(event) => set({ notes: event.target.value })}
              />
            )}
          </Field>
        </fieldset>
        {problem}
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton busy={busy}>{submit}</SubmitButton>
          {onAfresh && (
            <Button look="quiet" onClick={onAfresh}>
              Start afresh
            </Button>
          )}
          {asked && wrong.length > 0 && (
            <p role="alert" className="text-danger">
              Mend {wrong.map(titleOf).join(", ")}; everything you typed is kept.
            </p>
          )}
        </div>
      </div>
      <section aria-labelledby="trials" className="min-w-0 xl:sticky xl:top-4 xl:self-start">
        <h2 id="trials" className="mb-2 font-semibold">
          One trial of each type
        </h2>
        <Timeline paradigm={drawn} />
        <p role="status" className="mt-2 text-sm text-danger">
          {!spec && `Not as typed: the last task without a mistake. Mend ${wrong.map(titleOf).join(", ")}.`}
        </p>
      </section>
    </form>
  );
}
