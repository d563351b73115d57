import { makeModel } from "./models";
import type { ProcedureRow } from "./row";

export const presence: readonly ProcedureRow[] = [
  {
    name: "presence.tell",
    access: "lab:read",
    input: async (lab) => ({
      object: { kind: "model", id: (await makeModel(lab)).id },
      ...{ tab: "a tab of the contract", here: true, asks: true },
    }),
  },
];
