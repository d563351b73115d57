import { Problem } from "@/components/ui/problem";
import type { Inspection } from "@/contracts/inspection";

/** Why the file cannot be imported yet, before all questions: the answer to it is among them. */
export const Verdict = ({ outcome, reason }: Pick<Inspection, "outcome" | "reason">) => (
  <div aria-live="polite" className="empty:-mb-6 xl:col-span-2">
    {outcome !== "ready" && (
      <Problem
        title={
          outcome === "refused"
            ? "This file cannot be read."
            : "Say what the file means, then it can be read."
        }
      >
        {reason}
      </Problem>
    )}
  </div>
);
