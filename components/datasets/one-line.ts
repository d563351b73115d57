import { encodeGroups } from "@/components/charts/encoding";
import type { LookOptions } from "@/components/charts/lines/prepare-lines";
import type { GroupSeries, GroupView } from "@/contracts/comparison";

/** The one line of a figure of one animal. */
export const onlyKey = "own";

/** How figures of one animal look: a recording like any other, with trials as what is counted. */
export function oneRecording(
  label: string,
  dataset: { id: string; replicate: string },
  group: string,
): LookOptions {
  const view: GroupView = {
    ...{ key: onlyKey, label, theory: null, dopamineRole: null, roleTitle: null },
    ...{ arm: null, n: 1, replicate: dataset.replicate, repetitions: 1, missing: [], remarks: [] },
    ref: { kind: "recording", dataset: dataset.id, group },
    runs: { expected: 0, done: 0, failed: 0, pending: 0 },
  };
  return {
    ...{ groups: [view], encodings: encodeGroups([view]), hidden: new Set<string>() },
    ...{ band: "sem", individuals: false, zoom: null },
  };
}

/** Mean and spread of each point over its trials. */
export function trialSeries({ n, mean, sd }: Pick<GroupSeries, "n" | "mean" | "sd">): GroupSeries {
  const nothing = mean.map(() => null);
  return {
    ...{ group: onlyKey, n, mean, sd, low: nothing, high: nothing, intervalMethod: "" },
    ...{ individuals: [], pairs: null },
    sem: sd.map((one, at) => (one === null ? null : one / Math.sqrt(n[at]))),
  };
}
