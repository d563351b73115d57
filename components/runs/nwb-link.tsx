import { buttonClass } from "@/components/ui/button";
import { partsOfPlace } from "@/contracts/lab";
import { Download } from "lucide-react";

/** Simulated subjects as NWB files, each marked as simulated; of what another lab shares there is none. */
export function NwbLink({ lab, of, id }: { lab: string; of: "runs" | "experiments"; id: string }) {
  if (partsOfPlace(lab).share !== null) return null;
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
