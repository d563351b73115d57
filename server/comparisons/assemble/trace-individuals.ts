import type { z } from "zod";
import type { traceIndividuals } from "../../../contracts/comparison";
import type { Group } from "./group";
import { recordingPanels } from "./recording-panels";
import { toSeries } from "./series";
import { perSubject } from "./subjects";
import { traceCurves, tracePlans } from "./trace-panels";

/** One line per subject of a trace panel; null when there is no such panel. */
export function traceIndividualsOf(
  groups: readonly Group[],
  panel: string,
): z.infer<typeof traceIndividuals> | null {
  const plan = tracePlans(groups).find(({ key }) => key === panel);
  if (plan)
    return plan.groups.map((group) => ({
      group: group.key,
      individuals: perSubject(traceCurves(plan, group)).map(({ subject, values }) => ({
        subject,
        values: toSeries(values),
      })),
    }));
  const recording = recordingPanels(groups).find(({ key }) => key === panel);
  return recording?.series.map(({ group, individuals }) => ({ group, individuals })) ?? null;
}
