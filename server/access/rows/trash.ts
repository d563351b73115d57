import { putInTrash } from "../../trash/service";
import type { LabFixture } from "../testing/lab-fixture";
import { makeModel } from "./models";
import type { ProcedureRow } from "./row";

const oneOf = async (lab: LabFixture) => ({
  ref: { kind: "model" as const, id: (await makeModel(lab)).id },
});

export const trash: readonly ProcedureRow[] = [
  { name: "trash.list", access: "lab:read" },
  { name: "trash.get", access: "lab:read", input: oneOf },
  { name: "trash.put", access: "object:trash", input: oneOf },
  {
    name: "trash.restore",
    access: "object:trash",
    input: async (lab) => {
      const input = await oneOf(lab);
      await putInTrash(lab.grant, input.ref);
      return input;
    },
  },
];
