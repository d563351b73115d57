"use client";
import { useTakeAway } from "@/components/charts/figure/take-away";
import { buttonClass } from "@/components/ui/button";
import { Download } from "lucide-react";

/** Simulated subjects as NWB files, each marked as simulated. */
export function NwbLink({ lab, of, id }: { lab: string; of: "runs" | "experiments"; id: string }) {
  const { refusal } = useTakeAway();
  if (refusal !== null) return null;
  return (
    <a
      className={buttonClass("plain")}
      href={`/api/lab/${lab}/${of}/${id}/export`}
      download
      title="Licks, trials, measures and dopamine, with parameters, seed and engine version; marked as simulated"
    >
      <Download size={16} aria-hidden /> NWB
    </a>
  );
}
