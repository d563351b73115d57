import type { ProcedureRow } from "./row";

export const preferences: readonly ProcedureRow[] = [
  { name: "preferences.get", access: "user" },
  { name: "preferences.set", access: "user", input: () => ({ singleKeys: false }) },
  {
    name: "preferences.setDigest",
    access: "user",
    input: () => ({ digest: "daily", timeZone: "Asia/Kathmandu" }),
  },
  { name: "preferences.tourSeen", access: "user", input: () => ({ tour: "demonstration" }) },
];
