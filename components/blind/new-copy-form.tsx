"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { FrozenChoice } from "@/components/publications/frozen-choice";
import { choicesOf, usualOptions } from "@/components/publications/options";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import type { Replacement } from "@/contracts/blind";
import type { DashboardView } from "@/contracts/dashboard";
import type { FrozenOptions } from "@/contracts/publication";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Check } from "./check";
import { LinkFields, usualLink } from "./link-fields";
import { ShownLink } from "./shown-link";

/** Makes a blind copy of the newest version once nothing in it says whose it is, and a first link to it. */
export function NewCopyForm({ lab, view }: { lab: string; view: DashboardView }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { dashboard, document, data } = view;
  const version = dashboard.latest.number;
  const [title, setTitle] = useState(dashboard.name);
  const [abstract, setAbstract] = useState("");
  const [replacements, setReplacements] = useState<readonly Replacement[]>([]);
  const [withoutCitation, setWithoutCitation] = useState<readonly string[]>([]);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const choices = useMemo(() => choicesOf(document, data), [document, data]);
  const [options, setOptions] = useState<FrozenOptions>(() => usualOptions(choices));
  const [link, setLink] = useState(usualLink);
  const wording = useMemo(
    () => ({
      title,
      abstract,
      replacements: [...replacements],
      withoutCitation: [...withoutCitation],
      options,
    }),
    [title, abstract, replacements, withoutCitation, options],
  );
  const settled = useSettled(wording, 500);
  const make = useMutation({
    mutationFn: () =>
      client.blind.create.mutate({
        ...{ lab, dashboard: dashboard.id, version, ...wording, accepted: [...accepted], ...link },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.blind.list.pathKey() }),
  });
  return (
    <section aria-labelledby="new-copy" className="flex max-w-3xl flex-col gap-4">
      <h2 id="new-copy" className="font-semibold">
        New blind copy
      </h2>
      <p className="text-muted">
        Of version {version}
        {dashboard.draft.differs && "; the draft has changes that are not in it"}. Authors, lab, comments,
        dates, names of files and of animals are left out by themselves. What you wrote is yours to check.
      </p>
      {make.data && <ShownLink url={make.data.url} />}
      <form
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Field label="Title" error={fieldSaid(make.error, "title")}>
          {(control) => (
            <Input
              {...control}
              value={title}
              maxLength={200}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label="Abstract" optional error={fieldSaid(make.error, "abstract")}>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              value={abstract}
              maxLength={5000}
              onChange={(event) => setAbstract(event.target.value)}
            />
          )}
        </Field>
        <FrozenChoice
          choices={choices}
          chosen={options}
          error={fieldSaid(make.error, "options")}
          onChange={setOptions}
        />
        <Check
          {...{ lab, dashboard: dashboard.id, version, wording: settled, accepted }}
          isSettled={settled === wording}
          onAccepted={setAccepted}
          onReplacements={setReplacements}
          onWithoutCitation={setWithoutCitation}
        />
        <LinkFields link={link} onChange={setLink} />
        {make.error && <Problem title="The copy was not made.">{said(make.error)}</Problem>}
        <SubmitButton busy={make.isPending} className="self-start">
          Make the copy and a link
        </SubmitButton>
      </form>
    </section>
  );
}
