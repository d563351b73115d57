"use client";
import { QueryState } from "@/components/list/query-state";
import { said } from "@/components/list/said";
import { useMember } from "@/components/people/member";
import { useTRPC, type Outputs } from "@/components/providers/trpc";
import { cut } from "@/components/ui/cut";
import { Field } from "@/components/ui/field";
import { InBrowser } from "@/components/ui/in-browser";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { useKept } from "@/components/ui/use-kept";
import { isDeclared } from "@/engine/paradigms/declaration";
import type { Paradigm } from "@/engine/paradigms/paradigm";
import { paradigms as templates } from "@/engine/paradigms/registry";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { draftOf, type ParadigmDraft } from "./form/draft";
import { ParadigmForm } from "./form/paradigm-form";
import { NotDeclared } from "./not-declared";

type Version = Outputs["paradigms"]["version"];

/** A task of one's own: from one that comes with Phasic, or as a fork of a version of the lab's. */
export function NewParadigm({ lab, from }: { lab: string; from: string | null }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.paradigms.version.queryOptions(from ? { lab, versionId: from } : skipToken, { staleTime: Infinity }),
  );
  if (!from)
    return (
      <InBrowser>
        <Form lab={lab} source={null} />
      </InBrowser>
    );
  return (
    <QueryState query={query} what="the paradigm to fork">
      {(source) =>
        isDeclared(source.spec) ? (
          <InBrowser>
            <Form lab={lab} source={source} />
          </InBrowser>
        ) : (
          <NotDeclared name={source.name} />
        )
      }
    </QueryState>
  );
}

function Form({ lab, source }: { lab: string; source: Version | null }) {
  const { id: member } = useMember();
  const [kept, setKept, forget] = useKept(`phasic paradigm ${member} ${lab} ${source?.id ?? "new"}`, {
    ...{
      start: source ? source.spec.key : templates[0].key,
      name: source ? `${cut(source.name, 110)}, fork` : "",
    },
    // one draft per start: changing one's mind and back loses nothing
    drafts: {} as Readonly<Record<string, ParadigmDraft>>,
  });
  const base: Paradigm = source?.spec ?? templates.find(({ key }) => key === kept.start) ?? templates[0];
  const draft = { ...(kept.drafts[base.key] ?? draftOf(base, "")), name: kept.name };
  const keep = ({ name, ...next }: ParadigmDraft) =>
    setKept((all) => ({ ...all, name, drafts: { ...all.drafts, [base.key]: { ...next, name } } }));
  const [asked, setAsked] = useState(false);

  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.paradigms.create.mutationOptions({
      onSuccess: async ({ id }) => {
        forget();
        await queryClient.invalidateQueries({ queryKey: trpc.paradigms.list.pathKey() });
        router.push(`/lab/${lab}/paradigms/${id}`);
      },
    }),
  );
  const name = draft.name.trim();
  return (
    <ParadigmForm
      key={base.key}
      base={base}
      draft={draft}
      onDraft={keep}
      submit={source ? "Save fork" : "Save paradigm"}
      busy={create.isPending || create.isSuccess}
      problem={create.error && <Problem title="The paradigm was not saved.">{said(create.error)}</Problem>}
      onAfresh={kept.drafts[base.key] ? () => setKept((all) => ({ ...all, drafts: {} })) : null}
      onSubmit={(spec, { notes }) => {
        setAsked(true);
        if (name)
          create.mutate({ lab, name, notes, spec: { ...spec, title: name }, forkedFrom: source?.id ?? null });
        else document.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      }}
      lead={
        <div className="flex max-w-xl flex-col gap-4">
          <Field label="Name" error={asked && !name ? "Give it a name." : null}>
            {(control) => (
              <Input
                {...control}
                value={draft.name}
                autoComplete="off"
                maxLength={120}
                onChange={(event) => keep({ ...draft, name: event.target.value })}
              />
            )}
          </Field>
          {!source && (
            <Field label="Start from" hint={base.meaning}>
              {(control) => (
                <Select
                  {...control}
                  value={base.key}
                  onChange={(event) => setKept((all) => ({ ...all, start: event.target.value }))}
                >
                  {templates.map(({ key, title }) => (
                    <option key={key} value={key}>
                      {title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </div>
      }
    />
  );
}
