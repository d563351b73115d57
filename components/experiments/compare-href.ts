import { comparisonHref } from "@/components/comparison/state";
import type { GroupRef } from "@/contracts/comparison";
import type { ExperimentDetail } from "@/contracts/experiment";

/** As many as one comparison holds. */
const most = 24;

/** One group per model and arm that the experiment runs. */
export const groupsOf = ({ id, models, arms, refused }: ExperimentDetail): GroupRef[] =>
  models
    .flatMap((model) =>
      arms
        .filter(
          (arm) =>
            !refused.some(({ modelVersionId, arm: key }) => modelVersionId === model.id && key === arm.key),
        )
        .map((arm): GroupRef => ({ kind: "simulation", experiment: id, model: model.id, arm: arm.key })),
    )
    .slice(0, most);

export const recordingGroups = (version: string, groups: readonly { group: string }[]): GroupRef[] =>
  groups.slice(0, most).map(({ group }): GroupRef => ({ kind: "recording", dataset: version, group }));

/** Blocks and window that suit the length of training: short tries would be one point otherwise. */
export const windowOf = ({ paradigm: { trials } }: Pick<ExperimentDetail, "paradigm">) =>
  ({ block: trials <= 200 ? 20 : 100, trials: { from: 1, to: trials } }) as const;

export const compareHref = (lab: string, detail: ExperimentDetail) =>
  comparisonHref(lab, groupsOf(detail), windowOf(detail));

export const recordingHref = (lab: string, version: string, groups: readonly { group: string }[]) =>
  comparisonHref(lab, recordingGroups(version, groups));
