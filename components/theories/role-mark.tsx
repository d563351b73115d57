"use client";
import type { DopamineRole } from "@/engine/declaration";
import { useRole } from "./theories-provider";

const hues: Record<DopamineRole, string> = {
  error: "bg-role-error",
  "learning rate": "bg-role-learning-rate",
  reinforcement: "bg-role-reinforcement",
  gain: "bg-role-gain",
  contingency: "bg-role-contingency",
};

/** Hue says the role, everywhere; the word beside it says it to those who do not see hues. */
export function RoleMark({ theory, role }: { theory: string; role: string }) {
  const declared = useRole(theory, role);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Dot role={declared?.dopamineRole} />
      {declared?.title ?? role}
    </span>
  );
}

/** Where there is no room for the word, it is there for screen readers and under the pointer. */
export function RoleDot({ theory, role }: { theory: string; role: string }) {
  const declared = useRole(theory, role);
  const word = declared?.title ?? role;
  return (
    <span title={word} className="inline-flex">
      <Dot role={declared?.dopamineRole} />
      <span className="sr-only">{word}: </span>
    </span>
  );
}

const Dot = ({ role }: { role: DopamineRole | undefined }) => (
  <span
    aria-hidden
    className={`size-2.5 shrink-0 rounded-full forced-color-adjust-none ${role ? hues[role] : "bg-line-strong"}`}
  />
);
