import type { ParadigmSummary } from "../../../contracts/paradigm";
import { paradigms as known } from "../../../engine/paradigms/registry";
import { createParadigm } from "../../paradigms/service";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

const [spec] = known;

/** A paradigm of the lab, new with each call. */
export const makeParadigm = (lab: LabFixture): Promise<ParadigmSummary> =>
  createParadigm(lab.grant, { name: lab.unique("paradigm"), spec });

export const paradigms: readonly ProcedureRow[] = [
  { name: "paradigms.list", access: "paradigm:read" },
  {
    name: "paradigms.history",
    access: "paradigm:read",
    input: async (lab) => ({ paradigmId: (await makeParadigm(lab)).id }),
  },
  {
    name: "paradigms.get",
    access: "paradigm:read",
    input: async (lab) => ({ paradigmId: (await makeParadigm(lab)).id }),
  },
  {
    name: "paradigms.version",
    access: "paradigm:read",
    input: async (lab) => ({ versionId: (await makeParadigm(lab)).latest.id }),
  },
  {
    name: "paradigms.create",
    access: "paradigm:create",
    input: (lab) => ({ name: lab.unique("made"), spec }),
    free: ["name"],
  },
  {
    name: "paradigms.saveVersion",
    access: "paradigm:create",
    input: async (lab) => ({ paradigmId: (await makeParadigm(lab)).id, spec, basedOn: 1 }),
  },
];
