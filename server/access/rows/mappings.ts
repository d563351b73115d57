import { saveMapping } from "../../mappings/service";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

const wanted = (lab: LabFixture) => ({
  ...{ name: lab.unique("mapping"), format: "table of trials", layout: "0".repeat(64) },
  answers: { "time.unit": "ms" },
});

export const mappings: readonly ProcedureRow[] = [
  { name: "mappings.save", access: "dataset:create", input: wanted, free: ["name"] },
  {
    name: "mappings.remove",
    access: "dataset:create",
    input: async (lab) => ({ mappingId: (await saveMapping(lab.grant, wanted(lab))).id }),
  },
];
