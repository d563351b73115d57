import { type FrozenOptions, publicationLicences } from "../../contracts/publication";
import { systemGrant, systemGrantIn } from "../access/grant";
import { dashboardNamed } from "../dashboards/service";
import { Problem } from "../errors";
import { log } from "../log";
import { preview, publish } from "../publications/service";
import { dashboardName } from "./dashboard";
import * as store from "./store";

/** Where everybody finds it: /p/demonstrated. */
const demonstrationAddress = "demonstrated";

const front = {
  title: "Error or learning rate? Two comparisons of dopamine on the same trials",
  abstract:
    "Dopamine can be read as an error, which says what to learn, or as a learning rate, which says how fast. Both readings are put on the same trials of one task, with stimulation on trials with or without a lick before reward. The first comparison changes nothing but what dopamine means. The second shows what a decrement of 0.75 in the published code contributes to its result. A recording of dopamine in mice stands beside them; it is of another task, and only its shape can be compared.\n\nThis publication was made by Phasic itself when the runs of its demonstration were done. Every number can be computed again.",
  authors: [{ name: "Phasic", orcid: null, affiliation: "" }],
  licence: publicationLicences[0].id,
  notes: "First version",
};
/** Points and bands: what changes the reading of a curve, but not who is in it. */
const options: FrozenOptions = { points: [20, 50, 100], band: ["sem", "sd", "ci"] };

/**
 * For the worker: publishes the demonstration's dashboard once all its runs are done, and never again, also where its lab
 * withdrew it.
 */
export async function publishDemonstration(): Promise<void> {
  const reason = "worker: publishes the demonstration";
  const lab = await store.findUnpublished(systemGrant(reason));
  if (!lab) return;
  const grant = systemGrantIn(lab, reason);
  const dashboard = await dashboardNamed(grant, dashboardName);
  if (!dashboard) return;
  const { runs } = await preview(grant, { dashboard: dashboard.id, version: 1 });
  if (runs.of === 0 || runs.done < runs.of) return;
  try {
    await publish(
      grant,
      { ...front, options, publication: null, dashboard: dashboard.id, version: 1 },
      demonstrationAddress,
    );
    log().info({ address: demonstrationAddress }, "published the demonstration");
  } catch (error) {
    // another worker was first
    if (!(error instanceof Problem && error.details.code === "conflict")) throw error;
  }
}
