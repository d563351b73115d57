"use client";
import { said } from "@/components/list/said";
import { useMember } from "@/components/people/member";
import { useTRPC } from "@/components/providers/trpc";
import { ManipulationTable } from "@/components/theories/manipulation-table";
import { useTheories } from "@/components/theories/theories-provider";
import { Equation } from "@/components/ui/equation";
import { Field } from "@/components/ui/field";
import { InBrowser } from "@/components/ui/in-browser";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { useKept } from "@/components/ui/use-kept";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { freshDraft, type Draft } from "./form/draft";
import { ModelForm } from "./form/model-form";

export const NewModel = ({ lab }: { lab: string }) => (
  <InBrowser>
    <Form lab={lab} />
  </InBrowser>
);

function Form({ lab }: { lab: string }) {
  const theories = useTheories();
  const { id: member } = useMember();
  // one draft per theory: changing one's mind and back loses nothing
  const [{ key, drafts }, setKept, forget] = useKept(`phasic model ${member} ${lab} new`, {
    key: theories[0].key,
    drafts: {} as Readonly<Record<string, Draft>>,
  });
  const theory = theories.find((one) => one.key === key) ?? theories[0];
  const draft = drafts[key] ?? freshDraft(theory, { name: "", notes: "" });
  const keep = (next: Draft) => setKept((all) => ({ ...all, drafts: { ...all.drafts, [key]: next } }));
  const [named, setNamed] = useState(true);

  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.models.create.mutationOptions({
      onSuccess: async ({ id }) => {
        forget();
        await queryClient.invalidateQueries({ queryKey: trpc.models.list.pathKey() });
        router.push(`/lab/${lab}/models/${id}`);
      },
    }),
  );

  return (
    <div className="flex flex-col gap-8">
      <ModelForm
        theory={theory}
        draft={draft}
        onDraft={keep}
        submit="Save model"
        busy={create.isPending || create.isSuccess}
        problem={create.error && <Problem title="The model was not saved.">{said(create.error)}</Problem>}
        onSubmit={(model) => {
          setNamed(model.name.trim() !== "");
          if (model.name.trim()) create.mutate({ lab, theory: theory.key, ...model });
        }}
        lead={
          <div className="flex max-w-xl flex-col gap-4">
            <Field label="Name" error={named || draft.name.trim() ? null : "Give it a name."}>
              {(control) => (
                <Input
                  {...control}
                  value={draft.name}
                  autoFocus
                  autoComplete="off"
                  maxLength={120}
                  onChange={(event) => keep({ ...draft, name: event.target.value })}
                />
              )}
            </Field>
            <Field label="Theory" hint={theory.summary}>
              {(control) => (
                <Select
                  {...control}
                  value={key}
                  onChange={(event) => {
                    const next = theories.find((one) => one.key === event.target.value) ?? theory;
                    const { name, notes } = draft;
                    const known = drafts[next.key] ?? freshDraft(next, { name, notes });
                    setKept({ key: next.key, drafts: { ...drafts, [next.key]: { ...known, name, notes } } });
                  }}
                >
                  {theories.map((one) => (
                    <option key={one.key} value={one.key}>
                      {one.title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <div>
              <Equation tex={theory.equation} display />
              <p className="text-sm text-muted">
                {theory.citation.text}{" "}
                <a href={`https://doi.org/${theory.citation.doi}`} className="underline">
                  doi:{theory.citation.doi}
                </a>
              </p>
            </div>
          </div>
        }
      />
      <section aria-labelledby="arms">
        <h2 id="arms" className="mb-2 font-semibold">
          What each arm does in each role
        </h2>
        <ManipulationTable theory={theory} />
      </section>
    </div>
  );
}
