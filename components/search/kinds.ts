import type { SearchKind } from "@/contracts/search";
import {
  ChartLine,
  Database,
  FlaskConical,
  Grid3x3,
  LayoutDashboard,
  type LucideIcon,
  MessageSquare,
  Sigma,
  Square,
} from "lucide-react";

/** What a search finds, in words and as a picture. */
export const kinds: Record<SearchKind, { title: string; plural: string; icon: LucideIcon }> = {
  comparison: { title: "Comparison", plural: "Comparisons", icon: ChartLine },
  experiment: { title: "Experiment", plural: "Experiments", icon: Grid3x3 },
  model: { title: "Model", plural: "Models", icon: Sigma },
  dashboard: { title: "Dashboard", plural: "Dashboards", icon: LayoutDashboard },
  dataset: { title: "Dataset", plural: "Datasets", icon: Database },
  paradigm: { title: "Paradigm", plural: "Paradigms", icon: FlaskConical },
  comment: { title: "Comment", plural: "Comments", icon: MessageSquare },
  run: { title: "Run", plural: "Runs", icon: Square },
};
