import { makeModel } from "./models";
import type { ProcedureRow } from "./row";

export const search: readonly ProcedureRow[] = [
  { name: "search.everywhere", access: "lab:read", input: () => ({ text: "model" }) },
  { name: "search.within", access: "lab:read", input: () => ({ text: "model", kind: "model" }) },
  { name: "search.tags", access: "lab:read" },
  { name: "search.recent", access: "lab:read" },
  {
    name: "search.visit",
    access: "lab:read",
    input: async (lab) => ({ ref: { kind: "model", id: (await makeModel(lab)).id } }),
  },
];
