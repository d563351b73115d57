import { makeModel } from "./models";
import type { ProcedureRow } from "./row";

export const objects: readonly ProcedureRow[] = [
  {
    name: "objects.get",
    access: "lab:read",
    input: async (lab) => ({ ref: { kind: "model", id: (await makeModel(lab)).id } }),
  },
  { name: "objects.list", access: "lab:read" },
];
