"use client";
import { matches } from "@/components/list/matches";
import { RoleMark } from "@/components/theories/role-mark";
import { Input } from "@/components/ui/input";
import type { ModelVersion } from "@/contracts/model";
import { useState } from "react";

/** Which models to put side by side: the latest version of each, and any older one the page was opened with. */
export function ModelsChoice({
  versions,
  chosen,
  error,
  onChange,
}: {
  versions: readonly ModelVersion[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const shown = versions.filter(
    (version) =>
      chosen.includes(version.id) || matches(typed, [version.modelName, version.theory, version.role]),
  );
  return (
    <fieldset aria-describedby={error ? "models-error" : undefined} className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Models</legend>
      {versions.length > 8 && (
        <Input
          type="search"
          aria-label="Filter models"
          placeholder="Filter models"
          className="max-w-72"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul className="max-h-72 overflow-y-auto rounded border border-line">
        {shown.map((version) => (
          <li key={version.id} className="border-b border-line last:border-b-0">
            <label className="flex min-h-8 flex-wrap items-center gap-x-3 px-2 py-1 hover:bg-wash">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.includes(version.id)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, version.id]
                      : chosen.filter((one) => one !== version.id),
                  )
                }
              />
              <span className="font-medium">
                {version.modelName} v{version.number}
              </span>
              <span className="text-sm text-muted">
                <RoleMark theory={version.theory} role={version.role} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p id="models-error" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
