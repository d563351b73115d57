import { getRecording, getVersion, type RecordedSubject } from "../../datasets/service";
import type { Resolver } from "./resolver";

/** Who was recorded, what, and under which licence: one version of a dataset. */
export const dataset: Resolver<"dataset"> = {
  async check({ grant }, { version }) {
    await getVersion(grant, version);
  },
  async data({ grant }, { version: id }) {
    const { version, recording } = await getRecording(grant, id);
    const { name, number, status, subjects, sessions, trials } = version;
    const { licence, citation, source, contentHash, remarks } = version;
    return {
      ...{ kind: "dataset", dataset: version.datasetId, name, number, status, subjects, sessions, trials },
      groups: groupsOf(recording?.subjects ?? []),
      signals: (recording?.signals ?? []).map(
        ({ name, region, sensor, unit, samplingRateHz, alignment }) => ({
          ...{ name, region, sensor, unit, samplingRateHz, alignment },
        }),
      ),
      ...{ licence, citation, source, contentHash, remarks },
    };
  },
};

function groupsOf(subjects: readonly RecordedSubject[]) {
  const groups = new Map<string, { group: string; subjects: number; trials: number }>();
  for (const { group, sessions } of subjects) {
    const own = groups.get(group) ?? { group, subjects: 0, trials: 0 };
    own.subjects += 1;
    own.trials += sessions.reduce((sum, { trials, excluded }) => sum + trials - excluded, 0);
    groups.set(group, own);
  }
  return [...groups.values()];
}
