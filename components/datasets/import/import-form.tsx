"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";

const empty = { name: "", licence: "", citation: "", doi: "", source: "", task: "", replicate: "animals" };
type Key = keyof typeof empty;
const needed: Partial<Record<Key, string>> = {
  name: "Give it a name.",
  licence: "Name the licence, for instance CC0-1.0 or CC-BY-4.0.",
  citation: "Say whom to cite.",
  task: "Name the task.",
  replicate: "Say what N counts, for instance mice.",
};

/** From a file to a dataset: where it comes from, and what the animals did. */
export function ImportForm({
  lab,
  upload,
  into,
}: {
  lab: string;
  upload: string;
  /** The dataset that gets a new version; null makes a new one. */
  into: string | null;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [about, setAbout] = useState(empty);
  const [dataset, setDataset] = useState(into ?? "");
  const [asked, setAsked] = useState(false);
  const datasets = useQuery(trpc.datasets.list.queryOptions({ lab, sort: "name", limit: 200 }));
  const take = useMutation(
    trpc.datasets.import.mutationOptions({
      onSuccess: async ({ datasetId }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.datasets.pathKey() });
        router.push(`/lab/${lab}/datasets/${datasetId}`);
      },
    }),
  );
  const missing = (key: Key) => (about[key].trim() ? null : (needed[key] ?? null));
  const complete = (Object.keys(empty) as Key[]).every((key) => missing(key) === null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { task, replicate, ...where } = about;
    if (complete)
      take.mutate({
        ...{ ...where, lab, uploadId: upload, datasetId: dataset || null, doi: where.doi.trim() || null },
        answers: { "study.task": task.trim(), "study.replicate": replicate.trim() },
      });
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  const field = (key: Key, label: string, hint: string, optional = false) => (
    <Field
      label={label}
      hint={hint}
      optional={optional}
      error={(asked ? missing(key) : null) ?? fieldSaid(take.error, key)}
    >
      {(control) =>
        key === "citation" ? (
          <TextArea
            {...control}
            rows={2}
            value={about[key]}
            onChange={(event) => setAbout({ ...about, [key]: event.target.value })}
          />
        ) : (
          <Input
            {...control}
            autoComplete="off"
            list={key === "licence" ? "licences" : undefined}
            value={about[key]}
            onChange={(event) => setAbout({ ...about, [key]: event.target.value })}
          />
        )
      }
    </Field>
  );

  return (
    <form noValidate onSubmit={send} className="flex max-w-3xl flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Goes into">
          {(control) => (
            <Select {...control} value={dataset} onChange={(event) => setDataset(event.target.value)}>
              <option value="">A new dataset</option>
              {(datasets.data?.rows ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  A new version of {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {field("name", "Name", "What you will look for in lists.")}
        {field("task", "Task", "Recordings of different tasks never share an axis.")}
        {field("replicate", "What N counts", "For instance mice.")}
        {field("licence", "Licence", "SPDX identifier, for instance CC0-1.0 or CC-BY-4.0.")}
        <datalist id="licences">
          {["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0", "MIT"].map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {field("doi", "DOI", "For instance 10.25378/janelia.21816054.", true)}
        {field("source", "Source", "Where the file was found: an address or an archive.", true)}
        <div className="sm:col-span-2">
          {field("citation", "Citation", "Whom to cite when these numbers are used.")}
        </div>
      </div>
      {take.error && (
        <Problem title="The recording was not imported. The file is kept.">{said(take.error)}</Problem>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" busy={take.isPending || take.isSuccess}>
          Import
        </Button>
        {asked && !complete && (
          <p role="alert" className="text-danger">
            Mend the fields that say so; everything you typed is kept.
          </p>
        )}
      </div>
    </form>
  );
}
