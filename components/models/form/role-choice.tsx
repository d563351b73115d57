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
      <div className="grid gap-2 lg:grid-cols-3">
        {theory.roles.map((role) => (
          <label
            key={role.key}
            className={clsx(
              "flex min-w-0 flex-col gap-1 rounded border p-2",
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
            <Equation tex={role.equation} display />
            <span className="text-sm text-muted">{role.meaning}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
