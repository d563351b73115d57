"use client";
import { nextPage } from "@/components/list/list-state";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import { Select } from "@/components/ui/select";
import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useId, useState } from "react";
import type { YokeDraft } from "./draft";

/** Who decides which trials come in which order: the paradigm, or what real animals met. */
export function YokeChoice({
  lab,
  own,
  yoke,
  error,
  onChange,
}: {
  lab: string;
  /** What the paradigm says, in words. */
  own: string;
  yoke: YokeDraft | null;
  error: string | undefined;
  onChange: (yoke: YokeDraft | null) => void;
}) {
  const name = useId();
  const option = (chosen: boolean, label: string, meaning: string, choose: () => void) => (
    <label className="flex items-start gap-2">
      <input
        type="radio"
        name={name}
        className="mt-1 size-4 shrink-0 accent-accent"
        checked={chosen}
        onChange={choose}
      />
      <span>
        {label} <span className="block max-w-prose text-sm text-muted">{meaning}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Order of trials</legend>
      {option(yoke === null, "As the paradigm says", own, () => onChange(null))}
      {option(
        yoke !== null,
        "As real animals met them",
        "Each subject meets the trials of one animal, in its order and as many as it had; sessions follow each other without a break, and excluded trials count, because the animal met them. Arms that stimulate do so on the trials on which the animal was stimulated, where the recording says so.",
        () => onChange(yoke ?? { dataset: null, version: null, group: null }),
      )}
      {yoke && <Animals lab={lab} yoke={yoke} onChange={onChange} />}
      {error && <p className="text-sm text-danger">{error}</p>}
    </fieldset>
  );
}

function Animals({
  lab,
  yoke,
  onChange,
}: {
  lab: string;
  yoke: YokeDraft;
  onChange: (yoke: YokeDraft) => void;
}) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const found = useQuery(
    trpc.datasets.list.queryOptions(
      { lab, text: useSettled(typed.trim(), 150) },
      { placeholderData: keepPreviousData },
    ),
  );
  const one = useQuery(
    trpc.datasets.get.queryOptions(yoke.dataset ? { lab, datasetId: yoke.dataset } : skipToken),
  );
  const history = useInfiniteQuery(
    trpc.datasets.history.infiniteQueryOptions(yoke.dataset ? { lab, datasetId: yoke.dataset } : skipToken, {
      getNextPageParam: nextPage,
    }),
  );
  const versions = (history.data?.pages ?? [])
    .flatMap(({ rows }) => rows)
    .filter(({ status }) => status === "imported");
  // a version that was chosen before may be an older one
  const { hasNextPage, isFetching, fetchNextPage } = history;
  const lacks = yoke.version !== null && !versions.some(({ id }) => id === yoke.version);
  useEffect(() => {
    if (lacks && hasNextPage && !isFetching) void fetchNextPage();
  }, [lacks, hasNextPage, isFetching, fetchNextPage]);
  const version = versions.find(({ id }) => id === yoke.version) ?? versions[0];
  const groups = version?.groups ?? [];
  if (found.data?.total === 0 && typed === "")
    return (
      <p className="pl-6 text-muted">
        This lab has no dataset.{" "}
        <Link href={`/lab/${lab}/datasets/new`} className="underline">
          Upload a recording
        </Link>{" "}
        whose trials are cued, uncued or omitted.
      </p>
    );
  return (
    <div className="grid max-w-3xl gap-4 pl-6 sm:grid-cols-3">
      <Field label="Dataset">
        {(control) => (
          <Picker
            control={control}
            chosen={one.data?.name ?? "Choose a dataset"}
            options={(found.data?.rows ?? []).map(({ id, name, latest }) => ({
              value: id,
              label: name,
              hint: `${latest.subjects} ${latest.replicate}, ${latest.trials} trials`,
            }))}
            typed={typed}
            onType={setTyped}
            onPick={(dataset) => onChange({ dataset, version: null, group: null })}
            placeholder="Find a dataset"
            nothing="No dataset of this lab is like this."
            busy={found.isFetching}
          />
        )}
      </Field>
      <Field label="Version">
        {(control) => (
          <>
            <Select
              {...control}
              disabled={!version}
              value={version?.id ?? ""}
              onChange={(event) => onChange({ ...yoke, version: event.target.value, group: null })}
            >
              <option value="" disabled>
                {yoke.dataset ? "Choose a version" : ""}
              </option>
              {versions.map(({ id, number }) => (
                <option key={id} value={id}>
                  v{number}
                </option>
              ))}
            </Select>
            {hasNextPage && (
              <Button look="quiet" busy={history.isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Older versions
              </Button>
            )}
          </>
        )}
      </Field>
      <Field label="Group of animals">
        {(control) => (
          <Select
            {...control}
            disabled={!version}
            value={yoke.group === null ? "" : `=${yoke.group}`}
            onChange={(event) =>
              onChange({
                dataset: yoke.dataset,
                version: version?.id ?? null,
                group: event.target.value.slice(1),
              })
            }
          >
            <option value="" disabled>
              {version ? "Choose a group" : ""}
            </option>
            {groups.map(({ group, subjects }) => (
              <option key={group} value={`=${group}`}>
                {group || "all"} ({subjects} {version?.replicate ?? "animals"})
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
