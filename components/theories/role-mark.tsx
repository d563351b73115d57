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
      <span
        aria-hidden
        className={`size-2.5 rounded-full ${declared ? hues[declared.dopamineRole] : "bg-line-strong"}`}
      />
      {declared?.title ?? role}
    </span>
  );
}
