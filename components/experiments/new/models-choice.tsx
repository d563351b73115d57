"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { RoleMark } from "@/components/theories/role-mark";
import { Input } from "@/components/ui/input";
import { Name } from "@/components/ui/name";
import type { ModelVersion } from "@/contracts/model";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/** As many as can be looked over; the others are found by typing. */
const listed = 50;

/** Which models to put side by side: the newest version of each, and any older one the page was opened with. */
export function ModelsChoice({
  lab,
  chosen,
  error,
  onChange,
}: {
  lab: string;
  chosen: readonly ModelVersion[];
  error: string | undefined;
  onChange: (chosen: ModelVersion[]) => void;
}) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const text = useSettled(typed.trim(), 150);
  const found = useQuery(
    trpc.models.list.queryOptions({ lab, text, limit: listed }, { placeholderData: keepPreviousData }),
  );
  const total = found.data?.total ?? 0;
  const latest = (found.data?.rows ?? []).map((model) => model.latest);
  // what is chosen stays in its place while it is found, and stands above while it is not
  const versions = [...chosen.filter(({ id }) => !latest.some((one) => one.id === id)), ...latest];
  return (
    <fieldset aria-describedby={error ? "models-error" : undefined} className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Models</legend>
      {(total > 8 || typed !== "") && (
        <div className="flex flex-wrap items-center gap-3">
          <Input
            type="search"
            aria-label="Filter models"
            placeholder="Filter models"
            className="max-w-72"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span role="status" className="text-sm text-muted">
            {total > latest.length
              ? `${latest.length} of ${total}; type to find the others`
              : `${total} found`}
          </span>
        </div>
      )}
      <ul
        className="max-h-72 overflow-y-auto rounded border border-line"
        aria-busy={found.isFetching || undefined}
      >
        {versions.map((version) => (
          <li key={version.id} className="border-b border-line last:border-b-0">
            <label className="flex min-h-8 flex-wrap items-center gap-x-3 px-2 py-1 hover:bg-wash">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.some(({ id }) => id === version.id)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, version]
                      : chosen.filter(({ id }) => id !== version.id),
                  )
                }
              />
              <span className="font-medium">
                <Name name={version.modelName} /> v{version.number}
              </span>
              <span className="text-sm text-muted">
                <RoleMark theory={version.theory} role={version.role} />
              </span>
            </label>
          </li>
        ))}
        {versions.length === 0 && found.data && (
          <li className="p-2 text-muted">
            {typed ? "No model of this lab is like this." : "This lab has no model yet."}
          </li>
        )}
      </ul>
      {error && (
        <p id="models-error" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
