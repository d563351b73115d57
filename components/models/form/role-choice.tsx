"use client";
import type { TheoryDeclaration } from "@/engine/declaration";
import clsx from "clsx";
import { useId } from "react";
import { RoleMark } from "../../theories/role-mark";
import { Equation } from "../../ui/equation";

/** What dopamine is in this model, with the rule in which it appears. */
export function RoleChoice({
  theory,
  value,
  onChange,
}: {
  theory: TheoryDeclaration;
  value: string;
  onChange: (role: string) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">What dopamine is</legend>
      <div className="flex flex-col gap-2">
        {theory.roles.map((role) => (
          <label
            key={role.key}
            className={clsx(
              "grid min-w-0 items-center gap-x-6 gap-y-1 rounded border p-2 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]",
              role.key === value ? "border-accent bg-accent-wash" : "border-line hover:bg-wash",
            )}
          >
            <span className="flex items-center gap-2 font-medium">
              <input
                type="radio"
                name={name}
                value={role.key}
                checked={role.key === value}
                onChange={() => onChange(role.key)}
                className="accent-accent"
              />
              <RoleMark theory={theory.key} role={role.key} />
            </span>
            <span className="text-sm text-muted max-lg:order-last lg:col-start-1">{role.meaning}</span>
            <span className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
              <Equation tex={role.equation} display />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
