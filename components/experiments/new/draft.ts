import type { ExperimentInput } from "@/contracts/experiment";
import type { Paradigm } from "@/engine/paradigms/paradigm";
import type { Subject } from "@/engine/run-spec";
import { referenceSubjects } from "./subject-list";

/** Animals whose trials subjects meet, as far as they are chosen. */
export interface YokeDraft {
  dataset: string | null;
  version: string | null;
  group: string | null;
}

/** What has been typed; numbers as text until they are read. */
export interface ExperimentDraft {
  name: string;
  notes: string;
  models: readonly string[];
  paradigm: string | null;
  arms: readonly string[];
  subjects: readonly Subject[];
  repetitions: string;
  trials: string;
  seed: string;
  /** Null where the paradigm gives the order of trials. */
  yoke: YokeDraft | null;
}

const usualArms = ["control", "stimLick-", "stimLick+"];
/** Those of the usual arms that a paradigm has; its first where it has none of them. */
export function armsAtFirst({ arms }: Pick<Paradigm, "arms">): string[] {
  const keys = arms.map(({ key }) => key);
  const usual = usualArms.filter((key) => keys.includes(key));
  return usual.length > 0 ? usual : keys.slice(0, 1);
}

export const freshExperiment = (models: readonly string[]): ExperimentDraft => ({
  name: "",
  notes: "",
  models,
  paradigm: null,
  arms: usualArms,
  subjects: referenceSubjects(6),
  repetitions: "2",
  trials: "",
  seed: "1",
  yoke: null,
});

type Errors = Partial<Record<keyof ExperimentDraft, string>>;

const whole = (text: string, min: number, max: number): number | null => {
  const value = Number(text.trim());
  return text.trim() !== "" && Number.isInteger(value) && value >= min && value <= max ? value : null;
};

/** The server's input, or what is wrong where. An empty number of trials is the paradigm's own, or the animal's. */
export function readExperiment(
  draft: ExperimentDraft,
): { input: Omit<ExperimentInput, "lab">; errors: null } | { input: null; errors: Errors } {
  const errors: Errors = {};
  const repetitions = whole(draft.repetitions, 1, 20);
  const seed = whole(draft.seed, 0, 2_147_483_647);
  const trials = draft.trials.trim() === "" ? undefined : whole(draft.trials, 1, 5000);
  if (draft.name.trim() === "") errors.name = "Give it a name.";
  if (draft.models.length === 0) errors.models = "Choose at least one model.";
  if (draft.models.length > 12) errors.models = "Choose at most 12 models.";
  if (draft.arms.length === 0) errors.arms = "Choose at least one arm.";
  if (draft.subjects.length === 0) errors.subjects = "Add at least one subject.";
  if (repetitions === null) errors.repetitions = "Give a whole number from 1 to 20.";
  if (seed === null) errors.seed = "Give a whole number from 0 to 2147483647.";
  if (trials === null) errors.trials = "Give a whole number from 1 to 5000, or leave it empty.";
  if (draft.yoke && (draft.yoke.version === null || draft.yoke.group === null))
    errors.yoke = "Choose a dataset, its version and a group of animals.";
  if (draft.paradigm === null) errors.paradigm = "Choose a paradigm.";
  if (Object.keys(errors).length > 0) return { input: null, errors };
  return {
    errors: null,
    input: {
      name: draft.name.trim(),
      notes: draft.notes,
      paradigmVersionId: draft.paradigm!,
      ...(trials === undefined ? {} : { trials: trials! }),
      ...(draft.yoke ? { yoke: { datasetVersionId: draft.yoke.version!, group: draft.yoke.group! } } : {}),
      modelVersionIds: [...draft.models],
      arms: [...draft.arms],
      subjects: [...draft.subjects],
      repetitions: repetitions!,
      seed: seed!,
    },
  };
}
