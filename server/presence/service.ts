import type { z } from "zod";
import type { presenceInput, presenceTold } from "../../contracts/presence";
import type { Visitor } from "../access/grant";
import { resolveObject } from "../objects/service";
import * as store from "./store";

/**
 * Tells everybody who looks at the object that this person does, or does no more. Kept nowhere: each open page remembers
 * for a while whom it heard of (components/presence), however many web processes there are. Throws not-found for an object
 * that is not the grant's to read.
 */
export async function tellPresence(
  grant: Visitor,
  { object, tab, here, asks }: Omit<z.infer<typeof presenceInput>, "lab">,
): Promise<z.infer<typeof presenceTold>> {
  await resolveObject(grant, object);
  const { person, lab } = await store.findWho(grant);
  await store.tell(grant, {
    ...{ object, person, tab, here, asks },
    guestOf: grant.kind === "share" ? lab : null,
  });
  return { told: true };
}
