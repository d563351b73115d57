import { describeSubject } from "../../../engine/subject";
import { cancelExperiment, launchExperiment } from "../../experiments/service";
import { enterLab } from "../enter-lab";
import type { LabFixture } from "../testing/lab-fixture";
import { recordAnimals } from "../testing/recorded-animals";
import { makeModel } from "./models";
import { makeParadigm } from "./paradigms";
import type { ProcedureRow } from "./row";

const wanted = async (lab: LabFixture) => ({
  name: lab.unique("experiment"),
  notes: "",
  paradigmVersionId: (await makeParadigm(lab)).latest.id,
  trials: 5,
  modelVersionIds: [(await makeModel(lab)).latest.id],
  arms: ["control"],
  subjects: [describeSubject(0)],
  repetitions: 1,
  seed: 1,
});

const yoked = async (lab: LabFixture) => {
  const { versionId } = await recordAnimals(lab, { mouse: "cCo" });
  return { ...(await wanted(lab)), yoke: { datasetVersionId: versionId, group: "control" } };
};

/** An experiment of one run, new with each call; nobody computes it. */
export const makeExperiment = async (lab: LabFixture) => launchExperiment(lab.grant, await wanted(lab));

/** The same, launched by this member. */
export async function makeExperimentBy(lab: LabFixture, userId: string): Promise<string> {
  const grant = await enterLab(userId, lab.slug, "experiment:create");
  return (await launchExperiment(grant, await wanted(lab))).id;
}

const aboutOne = async (lab: LabFixture) => ({ experiment: (await makeExperiment(lab)).id });

export const experiments: readonly ProcedureRow[] = [
  { name: "experiments.list", access: "experiment:read" },
  { name: "experiments.get", access: "experiment:read", input: aboutOne },
  { name: "experiments.plan", access: "experiment:create", input: yoked, free: ["name"] },
  { name: "experiments.launch", access: "experiment:create", input: wanted, free: ["name"] },
  { name: "experiments.cancel", access: "run:cancel", input: aboutOne },
  {
    name: "experiments.retryFailed",
    access: "run:create",
    input: async (lab) => {
      const input = await aboutOne(lab);
      await cancelExperiment(lab.grant, input.experiment);
      return input;
    },
  },
];
