"use client";
import type { Manipulation } from "@/engine/declaration";
import { armOf, manipulations } from "@/engine/paradigms/arms";
import type { Paradigm } from "@/engine/paradigms/paradigm";
import { useId } from "react";

/** Which manipulations the paradigm offers as arms; an experiment chooses among them. */
export function ArmsField({
  base,
  chosen,
  error,
  onChange,
}: {
  base: Paradigm;
  chosen: readonly Manipulation[];
  error: string | undefined;
  onChange: (chosen: readonly Manipulation[]) => void;
}) {
  const id = useId();
  return (
    <fieldset
      className="border-t border-line pt-2"
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
      tabIndex={error ? -1 : undefined}
    >
      <legend className="pr-2 font-medium text-muted">Arms</legend>
      <div className="flex flex-col gap-2">
        {manipulations.map((manipulation) => {
          const { title, meaning } =
            base.arms.find((arm) => arm.manipulation === manipulation) ?? armOf(manipulation);
          return (
            <label key={manipulation} className="flex items-start gap-2">
              <input
                type="checkbox"
                className="mt-1 accent-accent"
                aria-describedby={`${id}-${manipulation}`}
                checked={chosen.includes(manipulation)}
                onChange={(event) =>
                  onChange(
                    manipulations.filter((one) =>
                      one === manipulation ? event.target.checked : chosen.includes(one),
                    ),
                  )
                }
              />
              <span>
                <span className="font-medium">{title}</span>{" "}
                <span id={`${id}-${manipulation}`} className="text-sm text-muted">
                  {meaning}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      {!chosen.includes("none") && (
        <p className="mt-1 text-sm text-muted">
          Without an arm in which nothing is manipulated there is no difference from control to show.
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
