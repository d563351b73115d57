import type { ProcedureRow } from "./row";

export const preferences: readonly ProcedureRow[] = [
  { name: "preferences.get", access: "user" },
  { name: "preferences.set", access: "user", input: () => ({ singleKeys: false }) },
  { name: "preferences.tourSeen", access: "user", input: () => ({ tour: "demonstration" }) },
];
