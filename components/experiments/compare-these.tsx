import { mostGroups } from "@/components/comparison/edits";
import { comparisonHref } from "@/components/comparison/state";
import { ButtonLink } from "@/components/ui/button-link";
import type { GroupRef } from "@/contracts/comparison";
import type { ExperimentSummary } from "@/contracts/experiment";

/** All groups of the chosen experiments on the same axes, as many as a comparison holds. */
export function CompareThese({
  lab,
  experiments,
}: {
  lab: string;
  experiments: readonly ExperimentSummary[];
}) {
  const groups = experiments.flatMap(({ id, groups: own }) =>
    own.map(({ versionId, arm }): GroupRef => ({
      kind: "simulation",
      experiment: id,
      model: versionId,
      arm,
    })),
  );
  const to = Math.max(1, ...experiments.map(({ trials }) => trials));
  const href = comparisonHref(lab, groups.slice(0, mostGroups), {
    block: to <= 200 ? 20 : 100,
    trials: { from: 1, to },
  });
  return (
    <>
      <ButtonLink look="primary" href={href}>
        Compare these
      </ButtonLink>
      {groups.length > mostGroups && (
        <span className="text-sm text-muted">
          {groups.length} groups; a comparison holds the first {mostGroups} of them.
        </span>
      )}
    </>
  );
}
