import {
  Activity,
  ChartLine,
  Database,
  FlaskConical,
  Grid3x3,
  Handshake,
  House,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  Sigma,
  Users,
} from "lucide-react";

export interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** After "g" it leads there. */
  readonly key: string;
}

/** The rooms of a lab, in the order of the rail. Only what works stands here. */
export const places: readonly Place[] = [
  { path: "", label: "Home", icon: House, key: "h" },
  { path: "/compare", label: "Compare", icon: ChartLine, key: "c" },
  { path: "/experiments", label: "Experiments", icon: Grid3x3, key: "e" },
  { path: "/models", label: "Models", icon: Sigma, key: "m" },
  { path: "/paradigms", label: "Paradigms", icon: FlaskConical, key: "p" },
  { path: "/datasets", label: "Datasets", icon: Database, key: "d" },
  { path: "/dashboards", label: "Dashboards", icon: LayoutDashboard, key: "b" },
  { path: "/shared", label: "Shared with us", icon: Handshake, key: "s" },
  { path: "/inbox", label: "Inbox", icon: Inbox, key: "i" },
  { path: "/members", label: "Members", icon: Users, key: "u" },
];

/** What a person starts most often; the command palette offers them by name. */
export const deeds = [
  { path: "/experiments/new", label: "New experiment", icon: Activity },
  { path: "/models/new", label: "New model", icon: Sigma },
  { path: "/paradigms/new", label: "New paradigm", icon: FlaskConical },
  { path: "/dashboards/new", label: "New dashboard", icon: LayoutDashboard },
  { path: "/datasets/new", label: "Upload a recording", icon: Database },
  { path: "/compare?new=1", label: "New comparison", icon: ChartLine },
] as const;
