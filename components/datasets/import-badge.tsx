import { Badge } from "@/components/ui/badge";
import type { DatasetVersion } from "@/contracts/dataset";

const words = {
  uploaded: "waiting",
  importing: "importing",
  imported: "imported",
  refused: "refused",
  cancelled: "cancelled",
};

export function ImportBadge({ status }: { status: DatasetVersion["status"] }) {
  return (
    <Badge tone={status === "refused" ? "danger" : status === "imported" ? "strong" : "plain"}>
      {words[status]}
    </Badge>
  );
}
