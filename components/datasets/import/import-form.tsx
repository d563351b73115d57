"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import type { UploadPreview } from "@/contracts/dataset";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { FirstRows } from "./first-rows";
import { answeredAssumptions, draftOfGuess, readMapping } from "./mapping-draft";
import { MappingFields } from "./mapping-fields";
import { ValueColumns } from "./value-columns";

const bare = (fileName: string) => fileName.replace(/\.[^.]+$/, "").replaceAll("_", " ");

/** From a file to a dataset: the importer's guess is shown, and what it cannot know must be confirmed one by one. */
export function ImportForm({
  lab,
  preview,
  into,
}: {
  lab: string;
  preview: UploadPreview;
  /** The dataset that gets a new version; null makes a new one. */
  into: string | null;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOfGuess(preview));
  const [about, setAbout] = useState({
    name: bare(preview.fileName),
    licence: "",
    citation: "",
    source: "",
    dataset: into ?? "",
  });
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const datasets = useQuery(trpc.datasets.list.queryOptions({ lab }));
  const take = useMutation(
    trpc.datasets.import.mutationOptions({
      onSuccess: async ({ datasetId }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.datasets.pathKey() });
        router.push(`/lab/${lab}/datasets/${datasetId}`);
      },
    }),
  );

  const known = preview.guess?.assumptions ?? [];
  const read = readMapping(draft, [...known, ...answeredAssumptions(draft, preview)]);
  const open = preview.toConfirm.filter(({ field }) => !confirmed.has(field));
  const missing = {
    name: about.name.trim() ? null : "Give it a name.",
    licence: about.licence.trim() ? null : "Name the licence, for instance CC0-1.0 or CC-BY-4.0.",
    citation: about.citation.trim() ? null : "Say whom to cite.",
  };
  const shownErrors = asked ? (read.errors ?? {}) : {};
  const complete = read.mapping && open.length === 0 && !Object.values(missing).some(Boolean);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (complete)
      take.mutate({
        lab,
        uploadId: preview.id,
        datasetId: about.dataset || null,
        name: about.name,
        licence: about.licence,
        citation: about.citation,
        source: about.source,
        mapping: read.mapping,
      });
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  const confirm = (path: string) => {
    const question = preview.toConfirm.find(({ field }) => field === path);
    if (!question) return null;
    const wrong = asked && !confirmed.has(path);
    return (
      <label className="mt-1 flex items-start gap-2 rounded border border-line-strong bg-wash p-2 text-sm">
        <input
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent"
          checked={confirmed.has(path)}
          aria-invalid={wrong || undefined}
          onChange={(event) => {
            const next = new Set(confirmed);
            if (event.target.checked) next.add(path);
            else next.delete(path);
            setConfirmed(next);
          }}
        />
        <span>
          {question.question} <span className="font-medium">I confirm what stands above.</span>
          {wrong && (
            <span className="block text-danger">The file does not say this: check it, then confirm.</span>
          )}
        </span>
      </label>
    );
  };
  const samples = new RegExp(`^${draft.prefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\d+$`);
  const mapped = [draft.subjectColumn, draft.sessionColumn, draft.trialColumn, draft.groupColumn];
  const free = preview.columns.filter((name) => !samples.test(name) && !mapped.includes(name));
  const line = (key: "name" | "licence" | "source", label: string, hint: string, optional = false) => (
    <Field
      label={label}
      hint={hint}
      optional={optional}
      error={(asked && key !== "source" ? missing[key] : null) ?? fieldSaid(take.error, key)}
    >
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          list={key === "licence" ? "licences" : undefined}
          value={about[key]}
          onChange={(event) => setAbout({ ...about, [key]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form noValidate onSubmit={send} className="flex max-w-5xl flex-col gap-6">
      <section aria-labelledby="file">
        <h2 id="file" className="mb-2 font-semibold">
          {preview.fileName}: {preview.rows} rows, {preview.columns.length} columns
        </h2>
        <FirstRows columns={preview.columns} rows={preview.firstRows} />
      </section>
      {preview.problem && (
        <Problem title="The importer could not guess the layout.">{preview.problem}</Problem>
      )}
      <MappingFields
        draft={draft}
        columns={preview.columns}
        errors={shownErrors}
        confirm={confirm}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <ValueColumns
        columns={free}
        chosen={draft.valueColumns}
        onChange={(valueColumns) => setDraft({ ...draft, valueColumns })}
      />
      {known.length > 0 && (
        <section aria-labelledby="granted">
          <h2 id="granted" className="font-medium">
            Taken for granted, and kept with the dataset
          </h2>
          <ul className="list-disc pl-4 text-muted">
            {known.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </section>
      )}
      <fieldset className="border-t border-line pt-2">
        <legend className="pr-2 font-medium text-muted">Where it comes from</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Goes into">
            {(control) => (
              <Select
                {...control}
                value={about.dataset}
                onChange={(event) => setAbout({ ...about, dataset: event.target.value })}
              >
                <option value="">A new dataset</option>
                {(datasets.data ?? []).map(({ id, name }) => (
                  <option key={id} value={id}>
                    A new version of {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {line("name", "Name", "What you will look for in lists.")}
          {line("licence", "Licence", "SPDX identifier, for instance CC0-1.0 or CC-BY-4.0.")}
          <datalist id="licences">
            {["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0", "MIT"].map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          {line("source", "Source", "Where the file was found: an address or an archive.", true)}
          <div className="sm:col-span-2">
            <Field
              label="Citation"
              hint="Whom to cite when these numbers are used."
              error={(asked ? missing.citation : null) ?? fieldSaid(take.error, "citation")}
            >
              {(control) => (
                <TextArea
                  {...control}
                  rows={2}
                  value={about.citation}
                  onChange={(event) => setAbout({ ...about, citation: event.target.value })}
                />
              )}
            </Field>
          </div>
        </div>
      </fieldset>
      {take.error && (
        <Problem title="The recording was not imported. The file is kept.">{said(take.error)}</Problem>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" busy={take.isPending || take.isSuccess}>
          Import
        </Button>
        {asked && !complete && (
          <p role="alert" className="text-danger">
            {open.length > 0 && `${open.length} to confirm. `}
            Mend the fields that say so; everything you typed is kept.
          </p>
        )}
      </div>
    </form>
  );
}
