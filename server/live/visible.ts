import type { LiveEvent } from "../../contracts/live";
import type { Reader } from "../access/grant";
import { resolveObjects } from "../objects/service";

/** The event as a grant may hear it, or null. Of a lab that shares, a person hears what the share holds and no other id. */
export async function visible(grant: Reader, event: LiveEvent): Promise<LiveEvent | null> {
  if (grant.kind !== "share") return event;
  const { experiments, runs, datasets } = grant.closure;
  switch (event.kind) {
    case "run": {
      const own = event.experiments.filter((id) => experiments.includes(id));
      return own.length > 0 || runs.includes(event.run) ? { ...event, experiments: own } : null;
    }
    case "experiment":
      return experiments.includes(event.experiment) ? event : null;
    case "dataset":
      return datasets.includes(event.dataset) ? event : null;
    case "thread":
      return event.shared && (await resolveObjects(grant, [event.object])).size > 0 ? event : null;
    case "share":
      return event.share === grant.shareId ? event : null;
    // a guest sees their own lab's people there, and not who of the other lab looks at what
    case "presence":
      return event.guestOf?.id === grant.viaLabId && (await resolveObjects(grant, [event.object])).size > 0
        ? event
        : null;
    case "inbox":
      return event;
    default:
      return null;
  }
}
