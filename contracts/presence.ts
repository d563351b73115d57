import { z } from "zod";
import { id, inPlace } from "./lab";
import { objectRef } from "./object";

/** A tab says that somebody looks at an object so often, while it does; who was not heard of for so long is gone. */
export const presenceBeatMs = 10_000;
export const presenceLastsMs = 25_000;

export const presenceInput = inPlace.extend({
  object: objectRef,
  /** The browser tab's own name for itself: one person may look from several. */
  tab: z.string().min(8).max(40),
  /** False when it looks no more. */
  here: z.boolean(),
  /** Whoever else is there should say so: this tab has just come. */
  asks: z.boolean().default(false),
});
export const presenceTold = z.object({ told: z.literal(true) });

/** Somebody looks at an object, or does no more. */
export const presence = z.object({
  object: objectRef,
  person: z.object({ id, name: z.string() }),
  /** The person's own lab, where that is not the object's. */
  guestOf: z.object({ id, name: z.string() }).nullable(),
  tab: z.string(),
  here: z.boolean(),
  asks: z.boolean(),
});
export type Presence = z.infer<typeof presence>;
