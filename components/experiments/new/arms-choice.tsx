"use client";
import type { Arm } from "@/engine/paradigms/paradigm";
import { useId } from "react";

export function ArmsChoice({
  arms,
  chosen,
  error,
  onChange,
}: {
  arms: readonly Arm[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? "arms-error" : undefined} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">Arms</legend>
      <ul className="grid gap-x-6 lg:grid-cols-2">
        {arms.map(({ key, title, meaning }) => (
          <li key={key}>
            <label className="flex items-center gap-2 pt-1">
              <input
                type="checkbox"
                aria-describedby={`${id}${key}`}
                className="size-4 shrink-0 accent-accent"
                checked={chosen.includes(key)}
                onChange={(event) =>
                  // the paradigm's order, whatever the order of clicking: control first
                  onChange(
                    arms
                      .map((arm) => arm.key)
                      .filter((one) => (one === key ? event.target.checked : chosen.includes(one))),
                  )
                }
              />
              {title}
            </label>
            <p id={`${id}${key}`} className="pb-1 pl-6 text-sm text-muted">
              {meaning}
            </p>
          </li>
        ))}
      </ul>
      {error && (
        <p id="arms-error" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
