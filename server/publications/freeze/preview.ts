import type { DashboardDocument } from "../../../contracts/dashboard";
import { boundPanel, valuesOf } from "../../../contracts/dashboard-variables";
import type { PublicationPreview } from "../../../contracts/publication";
import type { InLab } from "../../access/grant";
import { runsBehind } from "../../comparisons/service";
import { createReading } from "../../dashboards/service";
import { Problem } from "../../errors";
import { sourcesOf } from "./sources";
import { withheldFrom } from "./withheld";

/** What publishing would leave out, and what its readers would miss, without freezing anything. */
export async function previewOf(
  grant: InLab,
  { panels, variables }: DashboardDocument,
): Promise<PublicationPreview> {
  const values = valuesOf(variables, {});
  const sources = await sourcesOf(
    createReading(grant),
    panels.map((panel) => boundPanel(panel, values).content),
  );
  const withheld = await withheldFrom(grant, sources);
  const groups = sources.groups.filter((ref) => !withheld.group(ref));
  const { runs, gone } = await runsOf(grant, groups);
  const done = runs.filter(({ status }) => status === "done");
  const warnings: string[] = [];
  if (panels.length === 0) warnings.push("The dashboard has no panels.");
  if (gone) warnings.push(gone);
  if (done.length < runs.length)
    warnings.push(
      `${runs.length - done.length} of ${runs.length} runs are not done. What is published holds those that are; each figure says its N.`,
    );
  const engines = new Set(done.map(({ engineVersion }) => engineVersion));
  if (engines.size > 1) warnings.push(`The runs come from ${engines.size} versions of the engine.`);
  return { missing: [...withheld.missing], warnings, runs: { done: done.length, of: runs.length } };
}

async function runsOf(grant: InLab, groups: Parameters<typeof runsBehind>[1]) {
  try {
    const runs = await runsBehind(grant, groups);
    return { runs: [...new Map(runs.map((run) => [run.runId, run])).values()], gone: null };
  } catch (error) {
    if (!(error instanceof Problem && error.details.code === "not-found")) throw error;
    return { runs: [], gone: `${error.details.what} The panel that shows it will say so.` };
  }
}
