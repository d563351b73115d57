"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { DashboardView } from "@/contracts/dashboard";
import { type FrozenOptions, publicationLicences, type PublicationSummary } from "@/contracts/publication";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { AuthorsField, type DraftAuthor } from "./authors-field";
import { FrozenChoice } from "./frozen-choice";
import { choicesOf, usualOptions } from "./options";
import { PublishPreview } from "./publish-preview";

export function PublishForm({
  lab,
  view,
  publications,
  me,
}: {
  lab: string;
  view: DashboardView;
  /** Of this dashboard. */
  publications: readonly PublicationSummary[];
  me: { readonly name: string; readonly orcid: string | null };
}) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { dashboard, document, data } = view;
  const version = dashboard.latest.number;
  const open = publications.filter(({ withdrawn }) => !withdrawn);
  const [into, setInto] = useState<string | null>(null);
  const [title, setTitle] = useState(dashboard.name);
  const [abstract, setAbstract] = useState("");
  const [licence, setLicence] = useState("CC-BY-4.0");
  const [notes, setNotes] = useState("");
  const [authors, setAuthors] = useState<readonly DraftAuthor[]>([
    { key: 0, name: me.name, orcid: me.orcid ?? "", affiliation: "" },
  ]);
  const choices = useMemo(() => choicesOf(document, data), [document, data]);
  const [options, setOptions] = useState<FrozenOptions>(() => usualOptions(choices));

  /** A new version goes on from what the last one says. */
  const goOn = async (id: string | null) => {
    setInto(id);
    if (id === null) return;
    const { front } = await queryClient.fetchQuery(trpc.publications.get.queryOptions({ lab, id }));
    setTitle(front.title);
    setAbstract(front.abstract);
    setLicence(front.licence);
    setAuthors(front.authors.map(({ orcid, ...author }, key) => ({ ...author, key, orcid: orcid ?? "" })));
  };
  const publish = useMutation({
    mutationFn: () =>
      client.publications.publish.mutate({
        ...{ lab, dashboard: dashboard.id, version, publication: into, options },
        ...{ title, abstract, licence, notes },
        authors: authors.map(({ name, orcid, affiliation }) => ({
          ...{ name, affiliation, orcid: orcid.trim() || null },
        })),
      }),
    onSuccess: async ({ address, versions }) => {
      await queryClient.invalidateQueries({ queryKey: trpc.publications.pathKey() });
      router.push(`/lab/${lab}/publications`);
      toast({
        title: `Version ${versions[0].number} is public.`,
        description: new URL(`/p/${address}`, window.location.href).href,
      });
    },
  });
  const errorOf = (path: string) => fieldSaid(publish.error, path);
  return (
    <form
      noValidate
      className="flex max-w-3xl flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate();
      }}
    >
      {open.length > 0 && (
        <Field label="As" hint="Earlier versions stay where they are.">
          {(control) => (
            <Select
              {...control}
              value={into ?? ""}
              onChange={(event) => void goOn(event.target.value || null)}
            >
              <option value="">A new publication</option>
              {open.map(({ id, versions: [latest] }) => (
                <option key={id} value={id}>
                  Version {latest.number + 1} of “{latest.title}”
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label="Title" error={errorOf("title")}>
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label="Abstract" optional error={errorOf("abstract")}>
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            value={abstract}
            maxLength={5000}
            onChange={(event) => setAbstract(event.target.value)}
          />
        )}
      </Field>
      <AuthorsField authors={authors} errorOf={errorOf} onChange={setAuthors} />
      <Field
        label="Licence"
        hint="Of the text, the figures and the numbers. Recordings keep their own."
        error={errorOf("licence")}
      >
        {(control) => (
          <Select {...control} value={licence} onChange={(event) => setLicence(event.target.value)}>
            {publicationLicences.map(({ id, title: words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="What is new" optional hint="Stands in the list of versions." error={errorOf("notes")}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={notes}
            maxLength={5000}
            onChange={(event) => setNotes(event.target.value)}
          />
        )}
      </Field>
      <FrozenChoice choices={choices} chosen={options} error={errorOf("options")} onChange={setOptions} />
      <PublishPreview lab={lab} dashboard={dashboard.id} version={version} />
      {publish.error && (
        <p role="alert" className="text-danger">
          {said(publish.error)}
        </p>
      )}
      <div className="flex flex-col gap-2">
        <SubmitButton busy={publish.isPending} className="self-start">
          Publish
        </SubmitButton>
        <p className="text-sm text-muted">
          Whoever has the address can read it, without an account. A version never changes; the publication
          can be withdrawn.
        </p>
      </div>
    </form>
  );
}
