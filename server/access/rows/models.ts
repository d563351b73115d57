import type { ModelSummary } from "../../../contracts/model";
import { theories } from "../../../engine/theories/registry";
import { createModel } from "../../models/service";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

const [{ declaration }] = theories;
const [preset] = declaration.presets;
const values = { role: preset.role, preset: preset.key, parameters: { ...preset.values }, notes: "" };

/** A model of the lab, new with each call. */
export const makeModel = (lab: LabFixture): Promise<ModelSummary> =>
  createModel(lab.grant, { name: lab.unique("model"), theory: declaration.key, ...values });

export const models: readonly ProcedureRow[] = [
  { name: "models.list", access: "model:read" },
  {
    name: "models.get",
    access: "model:read",
    input: async (lab) => ({ modelId: (await makeModel(lab)).id }),
  },
  {
    name: "models.history",
    access: "model:read",
    input: async (lab) => ({ modelId: (await makeModel(lab)).id }),
  },
  {
    name: "models.notes",
    access: "model:read",
    input: async (lab) => ({ modelId: (await makeModel(lab)).id }),
  },
  {
    name: "models.notesHistory",
    access: "model:read",
    input: async (lab) => ({ modelId: (await makeModel(lab)).id }),
  },
  {
    name: "models.saveNotes",
    access: "model:create",
    input: async (lab) => ({ modelId: (await makeModel(lab)).id, basedOn: 0, text: "$\\alpha$ is small." }),
  },
  {
    name: "models.versions",
    access: "model:read",
    input: async (lab) => ({ ids: [(await makeModel(lab)).latest.id] }),
  },
  {
    name: "models.create",
    access: "model:create",
    input: (lab) => ({ name: lab.unique("made"), theory: declaration.key, ...values }),
    free: ["name"],
  },
  {
    name: "models.saveVersion",
    access: "model:create",
    input: async (lab) => ({ modelId: (await makeModel(lab)).id, basedOn: 1, ...values }),
  },
  {
    name: "models.fork",
    access: "model:create",
    input: async (lab) => ({ versionId: (await makeModel(lab)).latest.id, name: lab.unique("fork") }),
    free: ["name"],
  },
];
