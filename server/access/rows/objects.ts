import { makeModel } from "./models";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

const oneModel = async (lab: LabFixture) => ({ kind: "model", id: (await makeModel(lab)).id });

export const objects: readonly ProcedureRow[] = [
  {
    name: "objects.get",
    access: "lab:read",
    input: async (lab) => ({ ref: { kind: "model", id: (await makeModel(lab)).id } }),
  },
  { name: "objects.list", access: "lab:read" },
  {
    name: "objects.rename",
    access: "object:label",
    input: async (lab) => ({ ref: await oneModel(lab), name: lab.unique("renamed") }),
    free: ["name"],
  },
  {
    name: "objects.tag",
    access: "object:label",
    input: async (lab) => ({ ref: await oneModel(lab), add: ["draft"], remove: [] }),
  },
];
