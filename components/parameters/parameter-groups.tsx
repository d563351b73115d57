"use client";
import type { ParameterDeclaration } from "@/engine/declaration";
import { ParameterField } from "./parameter-field";
import type { Typed } from "./parse-value";
import type { TypedValues } from "./typed-values";

/** The fields that a declaration makes, under its headings: nothing about a parameter is written here. */
export function ParameterGroups({
  declared,
  typed,
  usual,
  errors,
  onChange,
}: {
  declared: readonly ParameterDeclaration[];
  typed: TypedValues;
  /** What each had at the start; null where there is no start to go back to. */
  usual: TypedValues | null;
  errors: Readonly<Record<string, string>>;
  onChange: (key: string, typed: Typed) => void;
}) {
  return [...new Set(declared.map(({ group }) => group))].map((group) => (
    <fieldset key={group} className="@container border-t border-line pt-2">
      <legend className="pr-2 font-medium text-muted">{group}</legend>
      <div className="grid gap-x-8 gap-y-4 @2xl:grid-cols-2 @6xl:grid-cols-3">
        {declared
          .filter((parameter) => parameter.group === group)
          .map((parameter) => (
            <ParameterField
              key={parameter.key}
              parameter={parameter}
              typed={typed[parameter.key]}
              preset={usual ? usual[parameter.key] : null}
              error={errors[parameter.key] ?? null}
              onChange={(next) => onChange(parameter.key, next)}
            />
          ))}
      </div>
    </fieldset>
  ));
}
