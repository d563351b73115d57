import type { ProcedureRow } from "./row";

export const labs: readonly ProcedureRow[] = [
  { name: "labs.get", access: "lab:read" },
  { name: "labs.members", access: "member:read" },
  { name: "labs.create", access: "user", input: () => ({ name: "Another lab" }) },
];
