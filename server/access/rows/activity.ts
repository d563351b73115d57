import { env } from "../../env";
import type { ProcedureRow, RouteRow } from "./row";

export const activity: readonly ProcedureRow[] = [
  { name: "activity.list", access: "lab:read" },
  { name: "activity.log", access: "audit:read" },
  { name: "activity.people", access: "audit:read" },
];

export const activityRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/audit/route.ts",
    method: "GET",
    access: "audit:read",
    request: (lab) => new Request(new URL(`/api/lab/${lab.slug}/audit?format=csv`, env().NEXTAUTH_URL)),
    params: (lab) => ({ lab: lab.slug }),
  },
];
