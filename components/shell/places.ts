import { Activity, ChartLine, Database, FlaskConical, Grid3x3, House, Sigma, Users } from "lucide-react";

/** The rooms of a lab, in the order of the rail. Only what works stands here. */
export const places = [
  { path: "", label: "Home", icon: House },
  { path: "/compare", label: "Compare", icon: ChartLine },
  { path: "/experiments", label: "Experiments", icon: Grid3x3 },
  { path: "/models", label: "Models", icon: Sigma },
  { path: "/paradigms", label: "Paradigms", icon: FlaskConical },
  { path: "/datasets", label: "Datasets", icon: Database },
  { path: "/members", label: "Members", icon: Users },
] as const;

/** What a person starts most often; the command palette offers them by name. */
export const deeds = [
  { path: "/experiments/new", label: "New experiment", icon: Activity },
  { path: "/models/new", label: "New model", icon: Sigma },
  { path: "/datasets/new", label: "Upload a recording", icon: Database },
] as const;
