"use client";
import type { DashboardDocument, VariableValues } from "@/contracts/dashboard";
import type { PanelData } from "@/contracts/dashboard-panel";
import type { ReactNode } from "react";
import { VariableControl } from "./control";
import { optionsOf } from "./options";

/** The controls at the head: each sets every panel that follows its variable. */
export function VariableBar({
  document,
  values,
  data,
  onChange,
  children,
}: {
  document: DashboardDocument;
  values: VariableValues;
  data: Readonly<Record<string, PanelData>>;
  onChange: (name: string, value: VariableValues[string]) => void;
  children?: ReactNode;
}) {
  if (document.variables.length === 0 && !children) return null;
  return (
    <div
      role="group"
      aria-label="What the panels show"
      className="z-20 mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-line bg-paper py-2 lg:sticky lg:top-0 print:hidden"
    >
      {document.variables.map((variable) => (
        <VariableControl
          key={variable.name}
          variable={variable}
          value={values[variable.name]}
          options={optionsOf(variable, document, data)}
          onChange={(value) => onChange(variable.name, value)}
        />
      ))}
      {children}
    </div>
  );
}
